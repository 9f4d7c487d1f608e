import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HeldIdentity, Holder } from '../holder';
import type { RecipientMatch } from '../verification';
import type { RecipientIdentity, RecipientProfile } from './verifier';

/** The specification knows md5 and sha256; the others are of old backpacks. WebCrypto has no md5. */
const algorithms: Readonly<Record<string, { hash: (data: Uint8Array) => Uint8Array; digits: number }>> = {
  md5: { hash: md5, digits: 32 },
  sha1: { hash: sha1, digits: 40 },
  sha256: { hash: sha256, digits: 64 },
  sha512: { hash: sha512, digits: 128 },
};

/** An IdentityHash (Open Badges 2.0, "IdentityHash"): algorithm and hex digits of either case; null for anything else. */
export function splitHash(value: string): { readonly algorithm: string; readonly hex: string } | null {
  const [, name = '', hex = ''] = /^\s*(\w+)\$([0-9a-f]+)\s*$/i.exec(value) ?? [];
  const algorithm = name.toLowerCase();
  const known = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
  return known?.digits === hex.length ? { algorithm, hex: hex.toLowerCase() } : null;
}

/**
 * Whether one of the badge's identities is one of the profile's (Open Badges 2.0, "IdentityObject"; 3.0,
 * "IdentityObject" and the subject's id). Unknown where the profile has nothing of the kind that the badge names:
 * somebody's telephone number does not tell whether an e-mail address is theirs.
 */
export async function matchRecipient(
  identities: readonly RecipientIdentity[],
  profile: RecipientProfile | undefined,
): Promise<RecipientMatch> {
  if (!profile) return { match: 'not-asked', detail: '' };
  const compared = identities.map((identity) => ({ identity, ...compare(identity, profile) }));
  const hit = compared.find(({ result }) => result === 'yes');
  if (hit) return { match: 'yes', detail: describe(hit.identity) };
  const miss = compared.find(({ result }) => result === 'no');
  if (miss) return { match: 'no', detail: describe(miss.identity) };
  const kinds = identities.map(describe).join('; ');
  return { match: 'unknown', detail: kinds ? `nothing to compare with: ${kinds}` : 'the badge names nobody' };
}

/**
 * What is kept of a badge's identities: its holder's name, and addresses as salted hashes, which can be compared and not
 * read. Whose badges one looked at is nobody's address book.
 */
export function toHolder(identities: readonly RecipientIdentity[]): Holder {
  const name = identities.find(({ type, isHashed }) => type.toLowerCase() === 'name' && !isHashed);
  const kept = identities.filter((identity) => identity !== name).map(toHeld);
  return { name: name?.value ?? null, identities: kept };
}

function toHeld(identity: RecipientIdentity): HeldIdentity {
  const { type, value, isHashed } = identity;
  if (isHashed || !value.includes('@')) return identity;
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
  const address = fold(value.replace(/^\s*mailto:/i, ''));
  return { type, value: `sha256$${bytesToHex(sha256(utf8ToBytes(address + salt)))}`, isHashed: true, salt };
}

function compare(
  { type, value, isHashed, salt }: RecipientIdentity,
  profile: RecipientProfile,
): { readonly result: 'yes' | 'no' | 'unknown' } {
  const candidates = candidatesOf(type, value, profile);
  if (candidates.length === 0) return { result: 'unknown' };
  if (!isHashed)
    return { result: candidates.includes(fold(value)) || candidates.includes(value) ? 'yes' : 'no' };
  const hash = splitHash(value);
  const hasher = hash && algorithms[hash.algorithm];
  if (!hash || !hasher) return { result: 'unknown' };
  const isHit = candidates.some((text) => bytesToHex(hasher.hash(utf8ToBytes(text + salt))) === hash.hex);
  return { result: isHit ? 'yes' : 'no' };
}

/** What the profile has of a kind, in every spelling that issuers hashed (facts, section 5, no. 11). */
function candidatesOf(type: string, value: string, profile: RecipientProfile): string[] {
  const { emails, urls, telephones, names, ids } = profile;
  const mails = emails.flatMap((mail) => spellings(mail.replace(/^\s*mailto:/i, '')));
  const mailAddresses = [...mails, ...mails.map((mail) => `mailto:${mail}`)];
  const links = urls.flatMap((url) => [...spellings(url), ...spellings(withOtherEnd(url))]);
  switch (type.toLowerCase()) {
    case 'email':
    case 'emailaddress':
      return mailAddresses;
    case 'url':
      return links;
    case 'telephone':
    case 'phonenumber':
      return telephones.flatMap(numberSpellings);
    case 'name':
      return names.flatMap((name) => [...spellings(name), fold(name)]);
    case 'id':
      return idCandidates(value, { mailAddresses, links, telephones, ids });
    default:
      return [...ids, ...names].flatMap(spellings);
  }
}

/** An id may be an address of any kind: it is compared with what the profile has of that kind. */
function idCandidates(
  value: string,
  own: { mailAddresses: string[]; links: string[]; telephones: readonly string[]; ids: readonly string[] },
): string[] {
  const ids = own.ids.flatMap((id) => spellings(id));
  if (/^\s*mailto:/i.test(value)) return [...own.mailAddresses, ...ids];
  if (/^\s*tel:/i.test(value)) return [...own.telephones.flatMap(numberSpellings), ...ids];
  if (/^\s*https?:/i.test(value)) return [...own.links, ...ids];
  if (/\$/.test(value)) return [...ids, ...own.links, ...own.mailAddresses];
  return ids;
}

/** As it is, trimmed and in small letters: issuers hashed what somebody typed. */
function spellings(text: string): string[] {
  const trimmed = text.trim();
  return [...new Set([text, trimmed, fold(trimmed), trimmed.normalize('NFC')])].filter((item) => item !== '');
}

function numberSpellings(text: string): string[] {
  const digits = text.replace(/^\s*tel:/i, '').replace(/[\s().-]/g, '');
  return [...spellings(text), digits, `tel:${digits}`].filter((item) => item !== '');
}

function withOtherEnd(url: string): string {
  const trimmed = url.trim();
  return trimmed.endsWith('/') ? trimmed.slice(0, -1) : `${trimmed}/`;
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Says the kind, never the address: it may stand in a report that is handed on. */
function describe({ type, value, isHashed }: RecipientIdentity): string {
  const algorithm = splitHash(value)?.algorithm;
  return isHashed ? `${type}, ${algorithm ?? 'hashed in an unknown way'}` : type;
}
