import { check, type Check } from '../verification';
import { isSameSite, isWebAddress } from './aliases';
import { fetchKeyDocument, type KeyDocument } from './key-documents';
import type { PublishedKey } from './key-methods';
import {
  isSameAddress,
  isSameParty,
  splitFragment,
  thumbprintOf,
  type FoundKey,
  type KeyContext,
} from './keys';

type PublishedKeys = Extract<KeyDocument, { kind: 'document' }>;

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
  if (hasEnded(key, io.now())) return found('fail', `the key ended ${key.endsAt}`);
  if (key.isPublished && key.controller && isSameParty(key.controller, issuerId))
    return found(...judgePurpose(key, issuerId));
  const said = `${key.controller ?? 'a key of nobody'} / ${issuerId}`;
  const document = await fetchKeyDocument(splitFragment(issuerId)[0], io);
  const isIssuers = document.kind === 'document' && isFrom(document, issuerId);
  const judged = isIssuers ? await judgeByDocument(key, document, issuerId, io.now()) : null;
  if (judged) return found(...judged);
  if (isVouchedByHost(key, issuerId)) return found('pass', `${key.id} / ${issuerId}`);
  const reason = document.kind === 'document' ? 'publishes no key' : document.reason;
  return found(isSomebodyElses(key, issuerId, document) ? 'fail' : 'unknown', `${said}: ${reason}`);
}

type Judgement = readonly [Check['result'], string];

/** By the keys that the issuer publishes; null when it publishes none. */
async function judgeByDocument(
  key: FoundKey,
  { keys, references }: PublishedKeys,
  issuerId: string,
  now: Date,
): Promise<Judgement | null> {
  const same = await findSame(keys, key.jwk);
  // A copy of the key elsewhere does not say that the issuer withdrew it.
  const ended = same.find((one) => hasEnded(one, now));
  if (ended) return ['fail', `the key ended ${ended.endsAt}`];
  const own = same.find(({ mayAssert }) => mayAssert) ?? same[0];
  if (own) return judgePurpose(own, issuerId);
  if (references.some((id) => isSameAddress(id, key.id ?? ''))) return ['pass', issuerId];
  return keys.length + references.length > 0 ? ['fail', `${issuerId} publishes other keys`] : null;
}

function judgePurpose({ mayAssert }: Pick<PublishedKey, 'mayAssert'>, issuerId: string): Judgement {
  if (mayAssert === false) return ['fail', `${issuerId}: the key is not for assertions`];
  const isUnsaid = mayAssert === null && issuerId.startsWith('did:');
  return isUnsaid ? ['unknown', `${issuerId}: nothing says what the key is for`] : ['pass', issuerId];
}

/** Whether a key counts no more. A moment that cannot be read has come. */
export function hasEnded({ endsAt }: Pick<PublishedKey, 'endsAt'>, now: Date): boolean {
  return endsAt !== null && !(Date.parse(endsAt) > now.getTime());
}

/** An address that forwards to another site speaks for nobody: many sites forward to wherever one likes. */
function isFrom({ host }: PublishedKeys, issuerId: string): boolean {
  return host === null || !isWebAddress(issuerId) || isSameSite(issuerId, `https://${host}/`);
}

/** Of another DID than the issuer's, and not only because nobody could be asked. */
function isSomebodyElses({ controller }: FoundKey, issuerId: string, document: KeyDocument): boolean {
  if (document.kind === 'invalid') return true;
  if (!issuerId.startsWith('did:')) return false;
  return document.kind === 'document' || (controller !== null && document.host === null);
}

/**
 * A key that the issuer's own host answered with, where the issuer's document lists none: whoever runs the host vouches
 * for both. On a host of many tenants that is true only beneath the issuer's own place.
 */
function isVouchedByHost({ controller, id, host }: FoundKey, issuerId: string): boolean {
  if (!isWebAddress(issuerId) || !id || !isWebAddress(id)) return false;
  if (controller !== null && !isSameParty(controller, issuerId)) return false;
  const [issuer, key] = [new URL(issuerId), new URL(id)];
  const isNear = [new URL('.', issuer).pathname, '/.well-known/'].some((place) =>
    key.pathname.startsWith(place),
  );
  return issuer.hostname === key.hostname && issuer.hostname === host && isNear;
}

async function findSame(keys: readonly PublishedKey[], jwk: JsonWebKey): Promise<PublishedKey[]> {
  const wanted = await thumbprintOf(jwk);
  const prints = await Promise.all(keys.map((key) => thumbprintOf(key.jwk)));
  return keys.filter((_, index) => wanted !== null && prints[index] === wanted);
}
