import { base64urlnopad } from '@scure/base';
import { toAppError } from '../errors';
import { finalUrl, type Io } from '../io';
import { parseJsonText } from '../open-badges/json-text';
import { fieldsOf, idOf, listOf, textOf, type Fields } from '../open-badges/v3-fields';
import { canonicalId, isWebAddress, toAsked } from './aliases';
import { faultText } from './fetch-document';
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

/** Keys of a DID, an issuer or an address, or why there are none. */
export type KeyDocument =
  | {
      readonly kind: 'document';
      /** Whose keys they are: a DID, or the address of an issuer; null when the document does not say. */
      readonly owner: string | null;
      readonly keys: readonly PublishedKey[];
      /** The host that answered; null when nobody had to be asked. */
      readonly host: string | null;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly host: string | null }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Keys of one document that are looked at. */
const maxKeys = 50;

/**
 * The keys behind an id without its fragment: did:key, did:jwk, did:web, or a web address with a DID document, a Profile,
 * a CryptographicKey, a JWK, a JWK set or PEM. Never throws; nobody answering is `unknown`.
 */
export async function fetchKeyDocument(id: string, io: Io): Promise<KeyDocument> {
  if (id.startsWith('did:key:')) return readDidKey(id);
  if (id.startsWith('did:jwk:')) return readDidJwk(id);
  if (id.startsWith('did:web:')) {
    const url = didWebAddress(id);
    return url ? fetchKeys(url, id, io) : { kind: 'invalid', reason: `${id} is no did:web` };
  }
  if (/^did:[a-z0-9]+:./.test(id)) {
    return { kind: 'unknown', reason: `no way to look up ${id.split(':', 2).join(':')}`, host: null };
  }
  if (isWebAddress(id)) return fetchKeys(id, null, io);
  return /^urn:./.test(id)
    ? { kind: 'unknown', reason: `${id.slice(0, 60)} leads nowhere`, host: null }
    : { kind: 'invalid', reason: `${id.slice(0, 60) || 'nothing'} is no address of a key` };
}

/** The address of a did:web's document (https://w3c-ccg.github.io/did-method-web/); null for what is none. */
export function didWebAddress(did: string): string | null {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':');
  if (!/^[a-z0-9.-]+(?:%3a\d+)?$/i.test(host) || path.some((part) => !part || /[/?#\\]/.test(part)))
    return null;
  const folder = path.length > 0 ? path.join('/') : '.well-known';
  const address = `https://${decodeURIComponent(host)}/${folder}/did.json`;
  return URL.canParse(address) ? new URL(address).href : null;
}

async function readDidKey(did: string): Promise<KeyDocument> {
  const jwk = await parseMultikey(did.slice('did:key:'.length));
  if (!jwk) return { kind: 'unknown', reason: 'a kind of key that we do not know', host: null };
  const id = `${did}#${did.slice('did:key:'.length)}`;
  return { kind: 'document', owner: did, keys: [{ id, jwk, mayAssert: true, endsAt: null }], host: null };
}

/** https://github.com/quartzjer/did-jwk/blob/main/spec.md */
function readDidJwk(did: string): KeyDocument {
  const text = decodeText(did.slice('did:jwk:'.length));
  const read = text === null ? null : parseJsonText(text);
  const jwk = read?.kind === 'json' ? fieldsOf(read.value) : null;
  if (!jwk || typeof jwk['kty'] !== 'string') return { kind: 'invalid', reason: 'did:jwk holds no key' };
  // A key for encryption has no assertionMethod there.
  const key = { id: `${did}#0`, jwk: jwk as JsonWebKey, mayAssert: jwk['use'] !== 'enc', endsAt: null };
  return { kind: 'document', owner: did, keys: [key], host: null };
}

function decodeText(letters: string): string | null {
  try {
    return new TextDecoder().decode(base64urlnopad.decode(letters.replace(/=+$/, '')));
  } catch {
    return null;
  }
}

async function fetchKeys(address: string, did: string | null, io: Io): Promise<KeyDocument> {
  const url = toAsked(address);
  if (!url) return { kind: 'unknown', reason: `${address} cannot be asked`, host: null };
  const { hostname: host } = new URL(url);
  try {
    const accept =
      'application/did+json, application/ld+json, application/json, application/jwk+json, */*;q=0.1';
    const response = await io.fetch(url, { accept, maxBytes: 200_000, redirect: 'follow' });
    if (!response.ok) return { kind: 'unknown', reason: `${url}: status ${response.status}`, host };
    const text = await response.text();
    return await readKeyDocument(text, {
      asked: did ?? address,
      isDid: did !== null,
      final: finalUrl(response, url),
    });
  } catch (cause) {
    return { kind: 'unknown', reason: faultText(toAppError(cause)), host };
  }
}

interface Place {
  /** The DID or address that was looked up. */
  readonly asked: string;
  readonly isDid: boolean;
  readonly final: string;
}

async function readKeyDocument(text: string, place: Place): Promise<KeyDocument> {
  const { hostname: host } = new URL(place.final);
  const pem = await parsePem(text);
  if (pem && !text.trimStart().startsWith('{')) {
    return { kind: 'document', owner: null, keys: [toKey(place.asked, pem)], host };
  }
  const read = parseJsonText(text);
  const fields = read.kind === 'json' ? fieldsOf(read.value) : null;
  if (!fields) return { kind: 'unknown', reason: `${place.final} is no document with keys`, host };
  if (place.isDid && idOf(fields) !== place.asked) {
    return { kind: 'invalid', reason: `${place.final} is the document of ${idOf(fields) ?? 'nobody'}` };
  }
  return { kind: 'document', owner: ownerOf(fields, place), keys: await keysOf(fields, place), host };
}

/** A key says its owner; a document with keys is its own owner, where it lies at the address that it names. */
function ownerOf(fields: Fields, { asked, isDid, final }: Place): string | null {
  const owner = textOf(fields['owner']) || textOf(fields['controller']);
  const isKey = 'publicKeyPem' in fields || 'publicKeyJwk' in fields || 'publicKeyMultibase' in fields;
  if (isKey) return owner || null;
  const id = idOf(fields);
  if (!id) return null;
  return isDid || [asked, final].some((address) => canonicalId(address) === canonicalId(id)) ? id : null;
}

async function keysOf(fields: Fields, place: Place): Promise<PublishedKey[]> {
  if (typeof fields['kty'] === 'string') return [toKey(place.asked, fields as JsonWebKey)];
  const own = await jwkOf(fields);
  if (own) return [toKey(idOf(fields) ?? place.asked, own)];
  const set = listOf(fields['keys']).slice(0, maxKeys);
  const keys = set.map((jwk) => toKey(textOf(jwk['kid']) || null, jwk as JsonWebKey));
  return [...keys, ...(await methodsOf(fields, idOf(fields) ?? place.asked))];
}

function toKey(id: string | null, jwk: JsonWebKey): PublishedKey {
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
      const endsAt = textOf(method['revoked']) || textOf(method['expires']) || null;
      return jwk ? [{ id, jwk, mayAssert, endsAt }] : [];
    }),
  );
  return keys.flat();
}

function absolute(id: string | null, base: string): string | null {
  return id?.startsWith('#') ? `${base}${id}` : id;
}

async function jwkOf(method: Fields): Promise<JsonWebKey | null> {
  const jwk = fieldsOf(method['publicKeyJwk']);
  if (jwk) return jwk as JsonWebKey;
  if (typeof method['publicKeyMultibase'] === 'string') {
    // The suite of 2020 wrote a prefix, that of 2018 and some copies of it none.
    const text = method['publicKeyMultibase'];
    return (await parseMultikey(text)) ?? (text.startsWith('z') ? parseBase58Key(text.slice(1)) : null);
  }
  if (typeof method['publicKeyBase58'] === 'string') return parseBase58Key(method['publicKeyBase58']);
  return typeof method['publicKeyPem'] === 'string' ? parsePem(method['publicKeyPem']) : null;
}
