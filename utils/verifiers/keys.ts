import { calculateJwkThumbprint } from 'jose';
import type { Io } from '../io';
import { inWords } from '../open-badges/v3-fields';
import { canonicalId, isWebAddress } from './aliases';
import { fetchKeyDocument, type KeyDocument } from './key-documents';
import type { PublishedKey } from './key-methods';
import { parseMultikey } from './multikey';

/** A key that was found, and whose it is. */
export interface FoundKey {
  readonly kind: 'key';
  readonly jwk: JsonWebKey;
  /** The DID or address that the key is said to be of; null when nothing says whose it is. */
  readonly controller: string | null;
  /** True when the controller's own document says so, and not a key that names any owner that it likes. */
  readonly isPublished?: boolean;
  /** What was asked for. */
  readonly id?: string;
  /** The host that answered with it; null when nobody had to be asked. */
  readonly host: string | null;
  /** Whether it may sign assertions; null where that is not said. */
  readonly mayAssert: boolean | null;
  /** ISO moment from which it counts no more. */
  readonly endsAt: string | null;
}

/** What a key's id led to. `invalid`: nothing anywhere could be such a key. */
export type KeyResolution =
  | FoundKey
  | { readonly kind: 'unknown'; readonly reason: string; readonly host: string | null }
  | { readonly kind: 'invalid'; readonly reason: string };

/** What keys are looked up with. */
export interface KeyContext {
  readonly io: Io;
}

/**
 * The key that a verification method, a `kid` or a `creator` names: a DID URL (did:key, did:jwk, did:web), with or
 * without its fragment, or a web address. Never throws.
 */
export async function resolveKey(id: string, { io }: KeyContext): Promise<KeyResolution> {
  const [base = '', fragment = ''] = splitFragment(id);
  const document = await fetchKeyDocument(base, io);
  if (document.kind !== 'document') return (await inFragment(base, fragment, document)) ?? document;
  const key = await findKey(document.keys, id, fragment);
  if (key) return toFound(key, document, id);
  const inside = await inFragment(base, fragment, { kind: 'unknown', reason: '', host: document.host });
  if (inside && document.keys.length === 0) return inside;
  const reason = `${base} publishes no key ${fragment || 'of its own'}`;
  return document.keys.length > 0 && fragment
    ? { kind: 'invalid', reason }
    : { kind: 'unknown', reason, host: document.host };
}

/** The same address of a key, fragment and all, in any spelling. */
export function isSameAddress(one: string, other: string): boolean {
  return isSameParty(one, other) && splitFragment(one)[1] === splitFragment(other)[1];
}

/** The same DID, or the same address in another spelling. */
export function isSameParty(one: string, other: string): boolean {
  const [first = '', second = ''] = [splitFragment(one)[0], splitFragment(other)[0]];
  return first === second || (isWebAddress(first) && canonicalId(first) === canonicalId(second));
}

/** A key inside of the address itself (1EdTech's samples): shows that nothing was changed, and not whose it is. */
async function inFragment(
  base: string,
  fragment: string,
  document: Exclude<KeyDocument, { kind: 'document' }>,
): Promise<FoundKey | null> {
  const jwk = isWebAddress(base) && document.kind === 'unknown' ? await parseMultikey(fragment) : null;
  return jwk && { kind: 'key', jwk, controller: null, host: null, mayAssert: null, endsAt: null };
}

function toFound(
  { jwk, mayAssert, endsAt }: PublishedKey,
  { owner, isOwn, host }: Extract<KeyDocument, { kind: 'document' }>,
  id: string,
): FoundKey {
  return { kind: 'key', jwk, controller: owner, isPublished: isOwn, id, host, mayAssert, endsAt };
}

/**
 * By the whole id, by its end, by `kid`, or by its thumbprint (RFC 7638); without a fragment the only key that there is
 * (facts on verification, section 5, no. 20).
 */
async function findKey(
  keys: readonly PublishedKey[],
  id: string,
  fragment: string,
): Promise<PublishedKey | null> {
  const named = keys.find((key) => key.id === id || (fragment !== '' && endOf(key.id) === fragment));
  if (named) return named;
  const byKid = keys.find(({ jwk }) => 'kid' in jwk && [id, fragment].includes(inWords(jwk.kid)));
  if (byKid) return byKid;
  const usable = keys.filter(({ mayAssert }) => mayAssert !== false);
  const [only, ...more] = dedupe(usable);
  if (fragment === '') return more.length === 0 ? (only ?? null) : null;
  for (const key of keys) {
    if ((await thumbprintOf(key.jwk)) === fragment) return key;
  }
  return null;
}

/** A method may stand in the document twice: in the list, and whole inside of `assertionMethod`. */
function dedupe(keys: readonly PublishedKey[]): PublishedKey[] {
  return keys.filter(
    (key, index) => keys.findIndex(({ jwk }) => jwk.x === key.jwk.x && jwk.n === key.jwk.n) === index,
  );
}

function endOf(id: string | null): string {
  return id === null ? '' : splitFragment(id)[1] || id;
}

/** RFC 7638; null for what is no key. */
export async function thumbprintOf(jwk: JsonWebKey): Promise<string | null> {
  return calculateJwkThumbprint(jwk as Parameters<typeof calculateJwkThumbprint>[0]).catch(() => null);
}

/** An id without its fragment, and the fragment. */
export function splitFragment(id: string): readonly [string, string] {
  const at = id.indexOf('#');
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}
