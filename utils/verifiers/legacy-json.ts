import { isObject, versionOf, type Json } from '../open-badges/v1';
import { isWebAddress } from './aliases';
import { isEndorsement } from './endorsement-2';

/** What a JSON object is in the world of Open Badges 0.5 to 2.1; null for a credential of 3.0 or something else. */
export type LegacyKind = 'assertion' | 'endorsement' | 'part';

const parts = /^(?:.*[:#/])?(?:BadgeClass|Issuer|Profile|RevocationList|CryptographicKey)$/;

/** Tells objects of 0.5 to 2.1 from others. `part`: a badge class or issuer alone, which nobody was awarded. */
export function legacyKind(json: unknown): LegacyKind | null {
  if (!isObject(json) || isCredential(json)) return null;
  if (isEndorsement(json)) return 'endorsement';
  const looksAwarded = 'recipient' in json || 'badge' in json || 'verify' in json;
  if (looksAwarded) return 'assertion';
  const types = typesOf(json);
  if (types.some((type) => parts.test(type))) return 'part';
  const isOurs = json['@context'] !== undefined && versionOf(json) !== null;
  return isOurs || types.some((type) => type.endsWith('Assertion')) ? 'assertion' : null;
}

/** True for a credential of the W3C data model: Open Badges 3.0, or a presentation of one. */
export function isCredential(json: Json): boolean {
  const contexts = [json['@context']].flat().filter((entry) => typeof entry === 'string');
  const isOfW3c = contexts.some((entry) => /^https:\/\/www\.w3\.org\/(?:ns|2018)\/credentials/.test(entry));
  return isOfW3c || 'credentialSubject' in json || typesOf(json).includes('VerifiableCredential');
}

/** The address at which a badge of 1.0 to 2.0 says its hosted copy lies; null when it says none. */
export function hostedAddressOf(json: Json): string | null {
  const verify = isObject(json['verify']) ? json['verify'] : {};
  const own = json['id'] ?? json['@id'] ?? (verify['type'] === 'signed' ? null : verify['url']);
  const candidates = [own, verify['type'] === 'signed' ? null : verify['url']];
  return (
    candidates.find((value): value is string => typeof value === 'string' && isWebAddress(value)) ?? null
  );
}

function typesOf(json: Json): string[] {
  return [json['type'] ?? json['@type']].flat().filter((type) => typeof type === 'string');
}
