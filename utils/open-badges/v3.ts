import { parseMoment } from './moment';
import type { Parsed } from './v2';
import { dataModels } from './v3-contexts';
import { fieldsOf, idOf, listOf, textOf, textsOf, type Fields } from './v3-fields';
import { findProblems } from './v3-problems';

/** What a document is to us. `presentation` and `clr` are only containers of others. */
export type CredentialKind = 'badge' | 'endorsement' | 'status-list' | 'presentation' | 'clr' | 'other';

/** The issuer, as the credential names it: an id alone, or a Profile (Open Badges 3.0, "Profile"). */
export interface CredentialIssuer {
  /** An address or a DID; empty when there is none. */
  readonly id: string;
  readonly name: string;
  readonly urls: readonly string[];
  /** The Profile itself; empty when only the id is given. */
  readonly fields: Fields;
}

/**
 * A credential of Open Badges 3.0 or of the Verifiable Credentials data model 1.1 or 2.0
 * (https://www.imsglobal.org/spec/ob/v3p0/, https://www.w3.org/TR/vc-data-model-2.0/), read loosely: what is missing is
 * empty, and what breaks the specification is told in `problems`. Exists only on the way into checks.
 */
export interface OpenBadgeCredential {
  /** The document itself. */
  readonly json: Fields;
  readonly kind: CredentialKind;
  readonly dataModel: '1.1' | '2.0';
  /** Null when it names none: the data model allows that. */
  readonly id: string | null;
  readonly types: readonly string[];
  /** Of the achievement, else of the credential itself. */
  readonly name: string;
  readonly issuer: CredentialIssuer;
  /** `issuanceDate` or `validFrom`. */
  readonly validFrom: Date | null;
  /** `expirationDate` or `validUntil`. */
  readonly validUntil: Date | null;
  /** `credentialSubject`, always a list. */
  readonly subjects: readonly Fields[];
  readonly achievement: Fields | null;
  /** Entries of `credentialStatus`, always a list. */
  readonly status: readonly Fields[];
  /** What it breaks of the rules for its kind, in English; empty when it breaks none. */
  readonly problems: readonly string[];
}

/** True for JSON that is a Verifiable Credential or a presentation, or tries to be one. Pure. */
export function isCredential(json: Fields): boolean {
  const isVerifiable = textsOf(json['type']).some((type) =>
    /Credential$|^VerifiablePresentation$/.test(type),
  );
  return isVerifiable || textsOf(json['@context']).some((context) => dataModels.has(context));
}

/** Reads a credential. Only what is no credential at all is refused; everything else is told in `problems`. */
export function parseCredential(json: unknown): Parsed<OpenBadgeCredential> {
  const fields = fieldsOf(json);
  if (!fields || !isCredential(fields)) return { ok: false, reason: 'no verifiable credential' };
  const types = textsOf(fields['type']);
  const model = textsOf(fields['@context']).map((context) => dataModels.get(context));
  const subjects = listOf(fields['credentialSubject']);
  const achievement = subjects.map((subject) => fieldsOf(subject['achievement'])).find(Boolean) ?? null;
  const credential: OpenBadgeCredential = {
    json: fields,
    kind: toKind(types),
    dataModel: model.find(Boolean) ?? ('issuanceDate' in fields ? '1.1' : '2.0'),
    id: idOf(fields),
    types,
    name: textOf(achievement?.['name']) || textOf(fields['name']),
    issuer: toIssuer(fields['issuer']),
    validFrom: toMoments([fields['issuanceDate'], fields['validFrom']]).at(-1) ?? null,
    validUntil: toMoments([fields['expirationDate'], fields['validUntil']])[0] ?? null,
    subjects,
    achievement,
    status: listOf(fields['credentialStatus']),
    problems: [],
  };
  return { ok: true, value: { ...credential, problems: findProblems(credential) } };
}

function toKind(types: readonly string[]): CredentialKind {
  const isOne = (...names: readonly string[]) => types.some((type) => names.includes(type));
  if (isOne('VerifiablePresentation')) return 'presentation';
  if (isOne('ClrCredential')) return 'clr';
  if (isOne('EndorsementCredential')) return 'endorsement';
  if (isOne('OpenBadgeCredential', 'AchievementCredential')) return 'badge';
  return isOne('BitstringStatusListCredential', 'StatusList2021Credential') ? 'status-list' : 'other';
}

function toIssuer(issuer: unknown): CredentialIssuer {
  const fields = fieldsOf(issuer) ?? {};
  const id = typeof issuer === 'string' ? issuer : (idOf(fields) ?? '');
  return { id, name: textOf(fields['name']), urls: textsOf(fields['url']), fields };
}

/**
 * Earliest first. The two data models have names of their own for the same moments, and some credentials carry both;
 * the stricter one counts.
 */
function toMoments(values: readonly unknown[]): Date[] {
  return values
    .flatMap((value) => (typeof value === 'string' ? (parseMoment(value) ?? []) : []))
    .toSorted((a, b) => a.getTime() - b.getTime());
}
