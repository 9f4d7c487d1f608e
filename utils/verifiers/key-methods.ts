import { fieldsOf, idOf, inWords, listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { canonicalId, isWebAddress } from './aliases';
import { parseJwk } from './jwk';
import { parseBase58Key, parseMultikey } from './multikey';
import { parsePem } from './pem';

/** A key that a document publishes. */
export interface PublishedKey {
  /** The id of the method, whole; null for a bare JWK or PEM. */
  readonly id: string | null;
  readonly jwk: JsonWebKey;
  /** Whether it may sign assertions; null where the document does not say what its keys are for. */
  readonly mayAssert: boolean | null;
  /** ISO moment from which it counts no more; null where none is said. */
  readonly endsAt: string | null;
}

/** Keys of one document that are looked at. */
const maxKeys = 50;

/** True for a document that is one key (a JWK, a CryptographicKey, a verification method), and no list of them. */
export function isSingleKey(fields: Fields): boolean {
  return Object.keys(fields).some((name) => /^(?:kty|publicKey(?:Pem|Jwk|Multibase|Base58))$/.test(name));
}

/** Of profiles and controller documents that list keys by their address alone (Open Badges 2.0, "Profile"). */
export function referencesOf(fields: Fields): string[] {
  // What begins with the document's own address stands in it whole.
  const own = canonicalId(idOf(fields) ?? '');
  return [fields['verificationMethod'], fields['publicKey'], fields['assertionMethod']]
    .flatMap((part) => textsOf(part))
    .filter((text) => isWebAddress(text) && canonicalId(text) !== own)
    .slice(0, maxKeys);
}

/** Every key that a document holds, whatever its form. `asked` stands for its id where it has none. */
export async function keysOf(fields: Fields, asked: string): Promise<PublishedKey[]> {
  const bare = parseJwk(fields);
  if (bare) return [toKey(asked, bare)];
  const own = await jwkOf(fields);
  if (own) return [{ ...toKey(idOf(fields) ?? asked, own), endsAt: endOf(fields) }];
  const set = listOf(fields['keys']).slice(0, maxKeys);
  const keys = set.flatMap((entry) => {
    const jwk = parseJwk(entry);
    return jwk ? [toKey(textOf(entry['kid']) || null, jwk)] : [];
  });
  return [...keys, ...(await methodsOf(fields, idOf(fields) ?? asked))];
}

/** A key of which nothing more is said. */
export function toKey(id: string | null, jwk: JsonWebKey): PublishedKey {
  return { id, jwk, mayAssert: null, endsAt: null };
}

/** Verification methods, also those that stand inside of `assertionMethod` alone, and `publicKey` of older documents. */
async function methodsOf(fields: Fields, base: string): Promise<PublishedKey[]> {
  const asserting: unknown[] = [fields['assertionMethod'] ?? []].flat();
  const names = asserting.map((entry) =>
    absolute(typeof entry === 'string' ? entry : idOf(fieldsOf(entry)), base),
  );
  const saysPurpose = 'assertionMethod' in fields || 'authentication' in fields;
  const listed = [fields['verificationMethod'], fields['publicKey'], fields['assertionMethod']]
    .flatMap((part) => listOf(part))
    .slice(0, maxKeys);
  const keys = await Promise.all(
    listed.map(async (method): Promise<PublishedKey[]> => {
      const jwk = await jwkOf(method);
      const id = absolute(idOf(method), base);
      const mayAssert = saysPurpose ? names.includes(id) : null;
      return jwk ? [{ id, jwk, mayAssert, endsAt: endOf(method) }] : [];
    }),
  );
  return keys.flat();
}

/** The earlier of the two in which a key ends (Controlled Identifiers 1.0, "Verification Methods"). */
function endOf({ revoked, expires }: Fields): string | null {
  const ends = [revoked, expires].filter((end) => end !== undefined && end !== null).map(inWords);
  return ends.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

function absolute(id: string | null, base: string): string | null {
  return id?.startsWith('#') ? `${base}${id}` : id;
}

async function jwkOf(method: Fields): Promise<JsonWebKey | null> {
  const jwk = parseJwk(method['publicKeyJwk']);
  if (jwk) return jwk;
  if (typeof method['publicKeyMultibase'] === 'string') {
    // The suite of 2020 wrote a prefix, that of 2018 and some copies of it none.
    const text = method['publicKeyMultibase'];
    return (await parseMultikey(text)) ?? (text.startsWith('z') ? parseBase58Key(text.slice(1)) : null);
  }
  if (typeof method['publicKeyBase58'] === 'string') return parseBase58Key(method['publicKeyBase58']);
  return typeof method['publicKeyPem'] === 'string' ? parsePem(method['publicKeyPem']) : null;
}
