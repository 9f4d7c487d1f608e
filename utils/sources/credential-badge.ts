import { badgeId, type Account, type Badge, type Criterion, type Evidence } from '../badge';
import { safeUrl, type WebUrl } from '../html';
import { parseMoment } from '../open-badges/moment';
import { parseCredential, type OpenBadgeCredential } from '../open-badges/v3';
import { fieldsOf, listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { toPlainLine } from '../plain-line';
import { knownAs } from './known-as';

/** An OpenBadgeCredential (Open Badges 3.0) out of a host's API as a badge; null when it is none. Judged only by verifiers. */
export function toCredentialBadge(json: unknown, account: Account): Badge | null {
  const read = parseCredential(json);
  if (!read.ok || read.value.kind !== 'badge') return null;
  const credential = read.value;
  const achievement = credential.achievement ?? {};
  const name = line(credential.name);
  const issuedOn = firstDay(credential.json, ['awardedDate', 'validFrom', 'issuanceDate']);
  const recordId = credential.id ?? idWithout(credential, issuedOn);
  if (name === '' || issuedOn === null) return null;
  return {
    id: badgeId(account.sourceId, recordId),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name,
      description: textOf(achievement['description']).trim(),
      criteria: toCriteria(achievement['criteria']),
      skills: textsOf(achievement['tag']).map(line).filter(Boolean),
      type: line(textOf(achievement['achievementType'])) || null,
      level: null,
      url: safeUrl(achievement['id']),
    },
    issuer: {
      id: credential.issuer.id || null,
      name: line(credential.issuer.name) || (hostOf(credential.issuer.id) ?? ''),
      url: safeUrl(credential.issuer.urls[0]) ?? safeUrl(credential.issuer.id),
    },
    recipientName: recipientName(credential.subjects),
    issuedOn,
    expiresOn: firstDay(credential.json, ['validUntil', 'expirationDate']),
    evidence: listOf(credential.json['evidence']).map(toEvidence),
    state: 'unknown',
    // An id need not lead anywhere (VC data model 2.0, section 4.4), so it is no page to show.
    pageUrl: null,
    imageUrl: toImage(achievement['image'] ?? credential.json['image']),
    credentialId: licence(credential.subjects),
    knownAs: knownAs(globalId(credential.id)),
    basis: 'record',
    renewableFrom: null,
  };
}

/** A credential need not have an id; then what it says of issuer, achievement and day names it. */
function idWithout({ issuer, achievement, name }: OpenBadgeCredential, issuedOn: string | null): string {
  return [issuer.id, textsOf(achievement?.['id'])[0] ?? name, issuedOn ?? ''].join(' ');
}

function line(text: string): string {
  return toPlainLine(text, 300);
}

/** The day as the document prints it; never cut from a moment without knowing that it is one. */
function firstDay(json: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const text = json[name];
    if (typeof text === 'string' && parseMoment(text) && /^\d{4}-\d{2}-\d{2}/.test(text))
      return text.slice(0, 10);
  }
  return null;
}

function toCriteria(value: unknown): Criterion[] {
  return listOf(value).flatMap((fields) => {
    const text = textOf(fields['narrative']).trim();
    const url = safeUrl(fields['id']);
    return text || url ? [{ text: text || (url ? new URL(url).hostname : ''), url }] : [];
  });
}

function toEvidence(fields: Fields): Evidence {
  return {
    type: line(textOf(fields['genre'])) || 'Evidence',
    name: line(textOf(fields['name'])),
    description: (textOf(fields['description']) || textOf(fields['narrative'])).trim(),
    url: safeUrl(fields['id']),
  };
}

/** A picture inside of the document has no address; it stays with the credential. */
function toImage(value: unknown): WebUrl | null {
  const [item] = [value].flat();
  return safeUrl(typeof item === 'string' ? item : fieldsOf(item)?.['id']);
}

/** Only a name is kept in clear; mail addresses are none. */
function recipientName(subjects: readonly Fields[]): string | null {
  const named = subjects
    .flatMap((subject) => listOf(subject['identifier']))
    .find(({ identityType, hashed }) => textsOf(identityType).includes('name') && hashed !== true);
  const name = line(textOf(named?.['identityHash']));
  return name && !name.includes('@') ? name : null;
}

function licence(subjects: readonly Fields[]): string | null {
  return subjects.map((subject) => line(textOf(subject['licenseNumber']))).find(Boolean) ?? null;
}

/** "7" and `urn:uid:7` are only unique to their issuer. */
function globalId(id: string | null): string | null {
  return id && /^(?:https?:\/\/|did:|urn:(?!uid:))/i.test(id) ? id : null;
}

/** `did:web:school.example` and `https://school.example/issuer` are called by their host. */
function hostOf(id: string): string | null {
  const web = /^did:web:([a-z0-9.-]+)/i.exec(id)?.[1];
  const address = safeUrl(id);
  return web ?? (address && new URL(address).hostname);
}
