import { base64urlnopad } from '@scure/base';
import { toAppError } from '../errors';
import { finalUrl, type Io } from '../io';
import { parseJsonText } from '../open-badges/json-text';
import { fieldsOf, idOf, textOf, type Fields } from '../open-badges/v3-fields';
import { canonicalId, isSameSite, isWebAddress, toAsked } from './aliases';
import { faultText } from './fetch-document';
import { parseJwk } from './jwk';
import { isSingleKey, keysOf, referencesOf, toKey, type PublishedKey } from './key-methods';
import { parseMultikey } from './multikey';
import { parsePem } from './pem';

/** Keys of a DID, an issuer or an address, or why there are none. */
export type KeyDocument =
  | {
      readonly kind: 'document';
      /** Whose keys they are: a DID, or the address of an issuer; null when the document does not say. */
      readonly owner: string | null;
      /** True when this is the owner's own document; a key alone may name any owner. */
      readonly isOwn: boolean;
      readonly keys: readonly PublishedKey[];
      /** Addresses of keys that are listed and lie elsewhere. */
      readonly references: readonly string[];
      /** The host that answered; null when nobody had to be asked. */
      readonly host: string | null;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly host: string | null }
  | { readonly kind: 'invalid'; readonly reason: string };

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
  if (!/^[a-z0-9.-]+(?:%3a\d+)?$/i.test(host) || path.some((part) => !part || /^\.+$|[/?#\\]/.test(part)))
    return null;
  const folder = path.length > 0 ? path.join('/') : '.well-known';
  const address = `https://${decodeURIComponent(host)}/${folder}/did.json`;
  return URL.canParse(address) ? new URL(address).href : null;
}

async function readDidKey(did: string): Promise<KeyDocument> {
  const jwk = await parseMultikey(did.slice('did:key:'.length));
  if (!jwk) return { kind: 'unknown', reason: 'a kind of key that we do not know', host: null };
  const id = `${did}#${did.slice('did:key:'.length)}`;
  return toDocument(did, true, [{ id, jwk, mayAssert: true, endsAt: null }]);
}

/** https://github.com/quartzjer/did-jwk/blob/main/spec.md */
function readDidJwk(did: string): KeyDocument {
  const text = decodeText(did.slice('did:jwk:'.length));
  const read = text === null ? null : parseJsonText(text);
  const jwk = read?.kind === 'json' ? parseJwk(read.value) : null;
  if (!jwk) return { kind: 'invalid', reason: 'did:jwk holds no key' };
  // A key for encryption has no assertionMethod there.
  const key = { id: `${did}#0`, jwk, mayAssert: jwk.use !== 'enc', endsAt: null };
  return toDocument(did, true, [key]);
}

function toDocument(
  owner: string | null,
  isOwn: boolean,
  keys: readonly PublishedKey[],
  host: string | null = null,
  references: readonly string[] = [],
): KeyDocument {
  return { kind: 'document', owner, isOwn, keys, references, host };
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
      url,
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
  readonly url: string;
  /** The address that answered in the end. */
  readonly final: string;
}

async function readKeyDocument(text: string, place: Place): Promise<KeyDocument> {
  const { hostname: host } = new URL(place.final);
  const pem = await parsePem(text);
  if (pem && !text.trimStart().startsWith('{')) {
    return toDocument(null, false, [toKey(place.asked, pem)], host);
  }
  const read = parseJsonText(text);
  const fields = read.kind === 'json' ? fieldsOf(read.value) : null;
  if (!fields) return { kind: 'unknown', reason: `${place.final} is no document with keys`, host };
  if (place.isDid && idOf(fields) !== place.asked) {
    return { kind: 'invalid', reason: `${place.final} is the document of ${idOf(fields) ?? 'nobody'}` };
  }
  if (place.isDid && !isSameSite(place.url, place.final)) {
    return { kind: 'unknown', reason: `${place.asked} is forwarded to ${host}`, host };
  }
  const [owner, isKey] = [ownerOf(fields, place), isSingleKey(fields)];
  const keys = await keysOf(fields, place.asked);
  return toDocument(owner, owner !== null && !isKey, keys, host, isKey ? [] : referencesOf(fields));
}

/** A key says its owner; a document with keys is its own owner, where it lies at the address that it names. */
function ownerOf(fields: Fields, { asked, isDid, url, final }: Place): string | null {
  const owner = textOf(fields['owner']) || textOf(fields['controller']);
  if (isSingleKey(fields)) return owner || null;
  const id = idOf(fields);
  if (!id) return null;
  // An address that forwards to another site is no longer that of the document.
  const places = isSameSite(url, final) ? [asked, final] : [final];
  return isDid || places.some((address) => canonicalId(address) === canonicalId(id)) ? id : null;
}
