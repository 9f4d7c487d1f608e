import { base64urlnopad } from '@scure/base';
import { importKey } from './imported-keys';

/** `TEST 1` of RFC 8032, section 7.1: a key and its signature over nothing. */
const example = {
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  signature: '5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw',
};

/** The field's prime, and the order of the group (RFC 8032, section 5.1). */
const prime = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The y coordinates of points of small order: signatures by such a key fit any text. */
const smallOrder = [
  0n,
  1n,
  prime - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d6a7017c7n,
];

/** An Ed25519 signature apart, all of it in the one form that RFC 8032 allows. */
interface Parts {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** One way to check a signature: without the cofactor, [S]B = R + [k]A. */
export type Ed25519Check = (parts: Parts) => Promise<boolean>;

/**
 * Whether an Ed25519 signature is the key's (RFC 8032). Libraries differ about what an honest signer never writes: points
 * of small order, coordinates and scalars that are not reduced, the cofactor. So the first three are refused here,
 * before any of them is asked, and the fourth is left out everywhere: WebCrypto and noble give the same answers.
 * @param x the key as base64url
 * @param verify for tests; WebCrypto where it knows the curve (Chrome from 137), noble elsewhere
 */
export async function verifyEd25519(
  x: string,
  signature: Uint8Array,
  data: Uint8Array,
  verify?: Ed25519Check,
): Promise<boolean> {
  const key = decode(x);
  if (key?.length !== 32 || signature.length !== 64 || !isSound(key) || !isSound(signature.subarray(0, 32)))
    return false;
  if (toNumber(signature.subarray(32)) >= order) return false;
  const parts = { key, signature: new Uint8Array(signature), data: new Uint8Array(data) };
  return (verify ?? ((await hasEd25519()) ? verifyWithWebCrypto : verifyWithNoble))(parts);
}

/** By the browser. False also for a key that is no point. */
export async function verifyWithWebCrypto({ key, signature, data }: Parts): Promise<boolean> {
  const name = 'Ed25519';
  // As JWK: early versions of Firefox took no raw keys.
  const imported = await importKey({ kty: 'OKP', crv: name, x: base64urlnopad.encode(key) }, { name });
  return imported !== null && crypto.subtle.verify({ name }, imported, signature, data);
}

/** The same sum with noble, whose own check multiplies by the cofactor. Its file is read only where it is needed. */
export async function verifyWithNoble({ key, signature, data }: Parts): Promise<boolean> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  const commitment = signature.subarray(0, 32);
  const hash = await crypto.subtle.digest('SHA-512', Uint8Array.of(...commitment, ...key, ...data));
  const challenge = toNumber(new Uint8Array(hash)) % order;
  try {
    const point = ed25519.Point.fromBytes(key).negate().multiplyUnsafe(challenge);
    const sum = ed25519.Point.BASE.multiplyUnsafe(toNumber(signature.subarray(32)))
      .add(point)
      .toBytes();
    return sum.every((byte, index) => byte === commitment[index]);
  } catch {
    return false;
  }
}

let known: Promise<boolean> | null = null;

/** Asked once, with a signature that is known to be right. */
function hasEd25519(): Promise<boolean> {
  const [key, signature] = [decode(example.x), decode(example.signature)];
  if (!key || !signature) return Promise.resolve(false);
  known ??= verifyWithWebCrypto({ key, signature, data: new Uint8Array() }).catch(() => false);
  return known;
}

/** A point as RFC 8032 writes it, and not of small order. The highest bit is the sign of x. */
function isSound(point: Uint8Array): boolean {
  const y = toNumber(point) & (2n ** 255n - 1n);
  return y < prime && !smallOrder.includes(y);
}

/** Bytes as a number, the lowest first. */
function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
}

function decode(letters: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(base64urlnopad.decode(letters));
  } catch {
    return null;
  }
}
