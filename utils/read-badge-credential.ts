import { safeUrl } from './html';
import { parseCredential } from './open-badges/v3';
import { listOf, textsOf, type Fields } from './open-badges/v3-fields';
import { AppError } from './errors';
import type { ReadFields } from './read-badge-parts';
import {
  toCriteria,
  toDay,
  toEvidence,
  toGlobalId,
  toImage,
  toName,
  toPage,
  toSkills,
  toText,
} from './read-badge-fields';
import { knownAs } from './sources/known-as';
import { toAsked } from './verifiers/aliases';

/**
 * A credential of Open Badges 3.0 as a badge. All of it stands in the document, so nobody is asked.
 * @throws AppError `unsupported-badge` for another kind of credential
 */
export function toCredentialFields(json: Fields): ReadFields {
  const read = parseCredential(json);
  if (!read.ok) throw new AppError('unsupported-badge', read.reason);
  const credential = read.value;
  if (credential.kind !== 'badge' && !(credential.kind === 'other' && credential.achievement))
    throw new AppError('unsupported-badge', `a credential of another kind: ${credential.types.join(', ')}`);
  const achievement = credential.achievement ?? {};
  const { issuer, id } = credential;
  const image = toImage(achievement['image'] ?? credential.json['image']);
  const awarded = ['awardedDate', 'validFrom', 'issuanceDate'].map((name) => toDay(credential.json[name]));
  const ends = ['validUntil', 'expirationDate'].map((name) => toDay(credential.json[name]));
  return {
    image,
    isWhole: true,
    fields: {
      achievement: {
        name: toName(achievement['name']) || toName(credential.json['name']),
        description: toText(achievement['description']) || toText(credential.json['description']),
        criteria: toCriteria(achievement['criteria']),
        skills: toSkills(achievement['tag']),
        type: toName(achievement['achievementType']) || null,
        level: null,
        url: safeUrl(achievement['id']),
      },
      issuer: {
        id: issuer.id || null,
        name: toName(issuer.name) || nameOfId(issuer.id),
        url: safeUrl(issuer.urls[0]) ?? safeUrl(issuer.id),
      },
      recipientName: recipientName(credential.subjects),
      issuedOn: awarded.find((day) => day !== null) ?? '',
      expiresOn: ends.find((day) => day !== null) ?? null,
      evidence: toEvidence(credential.json['evidence']),
      state: 'unknown',
      pageUrl: pageOf(id),
      imageUrl: image.url,
      credentialId: licenseOf(credential.subjects) ?? plainId(id),
      knownAs: knownAs(toGlobalId(id)),
      basis: 'record',
      renewableFrom: null,
    },
  };
}

/** An id need not lead anywhere (VC data model, "Identifiers"): only where a platform is known to keep a page is there one. */
function pageOf(id: string | null): ReadFields['fields']['pageUrl'] {
  const page = toPage(id);
  return page && page !== toAsked(id ?? '') ? page : null;
}

/** `did:web:school.example` and `https://school.example/issuer` are called by their host; other DIDs by their beginning. */
function nameOfId(id: string): string {
  const web = /^did:web:([^:]+)/.exec(id)?.[1];
  if (web) return decodeSafely(web);
  const address = safeUrl(id);
  return address ? new URL(address).hostname : id.slice(0, 40);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Only a name is kept in clear; addresses of mail stay in the original. */
function recipientName(subjects: readonly Fields[]): string | null {
  const identities = subjects.flatMap((subject) => listOf(subject['identifier']));
  const named = identities.find(
    ({ identityType, hashed }) => textsOf(identityType).includes('name') && hashed !== true,
  );
  const name = toName(named?.['identityHash']);
  return name && !name.includes('@') ? name : null;
}

function licenseOf(subjects: readonly Fields[]): string | null {
  return subjects.map((subject) => toName(subject['licenseNumber'])).find(Boolean) ?? null;
}

function plainId(id: string | null): string | null {
  const uuid = /^urn:uuid:([0-9a-f-]{36})$/i.exec(id ?? '')?.[1];
  return uuid ? uuid.toLowerCase() : null;
}
