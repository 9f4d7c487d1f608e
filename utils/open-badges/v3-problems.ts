import { parseMoment } from './moment';
import type { OpenBadgeCredential } from './v3';
import { dataModels, isOpenBadgesContext } from './v3-contexts';
import { fieldsOf, idOf, inWords, textsOf } from './v3-fields';

/**
 * What a credential breaks of its specification in a way that leaves it without meaning: VC data model, "Basic
 * concepts", and Open Badges 3.0, "Data models". Smaller faults are left to its JSON schema, which decides nothing.
 */
export function findProblems(credential: OpenBadgeCredential): readonly string[] {
  if (credential.kind === 'presentation' || credential.kind === 'clr') return [];
  const found = [
    ...contextProblems(credential),
    ...memberProblems(credential),
    ...statusProblems(credential),
    ...dateProblems(credential),
  ];
  return found.filter((problem) => problem !== '');
}

function contextProblems({ json, kind, types }: OpenBadgeCredential): string[] {
  const first: unknown = [json['@context']].flat()[0];
  const isOurs = kind === 'badge' || kind === 'endorsement';
  const hasOurs = textsOf(json['@context']).some(isOpenBadgesContext);
  return [
    typeof first === 'string' && dataModels.has(first)
      ? ''
      : '@context does not begin with Verifiable Credentials',
    isOurs && !hasOurs ? '@context has no Open Badges' : '',
    types.includes('VerifiableCredential') ? '' : 'type has no VerifiableCredential',
  ];
}

function memberProblems({ json, kind, issuer, subjects }: OpenBadgeCredential): string[] {
  const raw = [json['credentialSubject']].flat();
  const isEmpty = subjects.length === 0 || subjects.length < raw.length;
  const id = json['id'];
  return [
    isUri(issuer.id) ? '' : `issuer has no id: ${issuer.id}`,
    Array.isArray(json['issuer']) ? 'issuer is a list' : '',
    isEmpty || subjects.some((subject) => Object.keys(subject).length === 0) ? 'no credentialSubject' : '',
    id === undefined || typeof id === 'string' ? '' : 'id is no text',
    !('evidence' in json) || [json['evidence']].flat().every(fieldsOf) ? '' : 'evidence is no object',
    kind === 'endorsement' && !subjects.every(idOf) ? 'credentialSubject of an endorsement has no id' : '',
  ];
}

/** An entry that cannot be read must not pass for no entry. */
function statusProblems({ json }: OpenBadgeCredential): string[] {
  if (!('credentialStatus' in json)) return [];
  const entries = [json['credentialStatus']].flat();
  return entries.every((entry) => textsOf(fieldsOf(entry)?.['type']).length > 0)
    ? []
    : ['credentialStatus has no type'];
}

function dateProblems({ json, dataModel, kind, validFrom }: OpenBadgeCredential): string[] {
  const names = ['issuanceDate', 'validFrom', 'expirationDate', 'validUntil'];
  const unreadable = names.filter((name) => name in json && !isMoment(json[name]));
  // Data model 1.1 has a word of its own for it (section 4.6), and libraries refuse the other.
  const isOlder = dataModel === '1.1' && !('issuanceDate' in json);
  const isMissing = isOlder || (!validFrom && kind === 'badge');
  return [
    ...unreadable.map((name) => `${name} is no date: ${inWords(json[name])}`),
    isMissing && unreadable.length === 0 ? 'no date of issue' : '',
  ];
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && parseMoment(value) !== null;
}

function isUri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
}
