import { calculateJwkThumbprint } from 'jose';
import type { Io } from '../io';
import { check, type Check } from '../verification';
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

interface KeyContext {
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

/**
 * Whether the key is the issuer's: the issuer's own document publishes it for assertions (Data Integrity 1.0, "Retrieve
 * Verification Method"; Open Badges 3.0, "kid"). A key that stands in the badge itself is nobody's until then. Nobody
 * answering leaves it open; an answer with other keys does not.
 */
export async function keyBelongsToIssuer(
  key: FoundKey,
  issuerId: string,
  { io }: KeyContext,
): Promise<Check> {
  const found = (result: Check['result'], detail: string) => check('signing-key', result, detail, key.host);
  if (!issuerId) return found('fail', 'the badge names no issuer');
  const said = `${key.controller ?? 'a key of nobody'} / ${issuerId}`;
  if (key.endsAt && !(Date.parse(key.endsAt) > io.now().getTime())) {
    return found('fail', `the key ended ${key.endsAt}`);
  }
  if (key.isPublished && key.controller && isSameParty(key.controller, issuerId))
    return judgePurpose(key.mayAssert, issuerId, found);
  const document = await fetchKeyDocument(splitFragment(issuerId)[0] ?? '', io);
  if (document.kind === 'document') {
    const own = await findSame(document.keys, key.jwk);
    if (own) return judgePurpose(own.mayAssert, issuerId, found);
    if (document.references.some((id) => isSameAddress(id, key.id ?? ''))) return found('pass', issuerId);
    if (document.keys.length + document.references.length > 0) return found('fail', `${said}: other keys`);
  }
  if (isVouchedByHost(key, issuerId)) return found('pass', `${key.id} / ${issuerId}`);
  const isOtherDid = key.controller !== null && issuerId.startsWith('did:');
  const reason = document.kind === 'document' ? 'publishes no key' : document.reason;
  return found(isOtherDid ? 'fail' : 'unknown', `${said}: ${reason}`);
}

function judgePurpose(
  mayAssert: boolean | null,
  issuerId: string,
  found: (result: Check['result'], detail: string) => Check,
): Check {
  if (mayAssert === false) return found('fail', `${issuerId}: the key is not for assertions`);
  const isUnsaid = mayAssert === null && issuerId.startsWith('did:');
  return isUnsaid
    ? found('unknown', `${issuerId}: nothing says what the key is for`)
    : found('pass', issuerId);
}

/** The same address of a key, fragment and all, in any spelling. */
export function isSameAddress(one: string, other: string): boolean {
  return isSameParty(one, other) && splitFragment(one)[1] === splitFragment(other)[1];
}

/** The same DID, or the same address in another spelling. */
function isSameParty(one: string, other: string): boolean {
  const [first = '', second = ''] = [splitFragment(one)[0], splitFragment(other)[0]];
  return first === second || (isWebAddress(first) && canonicalId(first) === canonicalId(second));
}

/**
 * A key that the issuer's own host answered with, where the issuer's document lists none: whoever runs the host vouches
 * for both. On a host of many tenants that is true only beneath the issuer's own place.
 */
function isVouchedByHost({ controller, id }: FoundKey, issuerId: string): boolean {
  if (!isWebAddress(issuerId) || !id || !isWebAddress(id)) return false;
  if (controller !== null && !isSameParty(controller, issuerId)) return false;
  const [issuer, key] = [new URL(issuerId), new URL(id)];
  const isNear = [new URL('.', issuer).pathname, '/.well-known/'].some((place) =>
    key.pathname.startsWith(place),
  );
  return issuer.hostname === key.hostname && isNear;
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
  const byKid = keys.find(({ jwk }) => 'kid' in jwk && [id, fragment].includes(String(jwk.kid)));
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

async function findSame(keys: readonly PublishedKey[], jwk: JsonWebKey): Promise<PublishedKey | null> {
  const wanted = await thumbprintOf(jwk);
  for (const key of keys) {
    if (wanted !== null && (await thumbprintOf(key.jwk)) === wanted) return key;
  }
  return null;
}

async function thumbprintOf(jwk: JsonWebKey): Promise<string | null> {
  return calculateJwkThumbprint(jwk as Parameters<typeof calculateJwkThumbprint>[0]).catch(() => null);
}

function splitFragment(id: string): readonly [string, string] {
  const at = id.indexOf('#');
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}
