import { base58, base64urlnopad } from '@scure/base';
import { parseJwk } from './jwk';
import { parseRsaKey } from './pem';

/** Base58 takes quadratic time to read. The longest key that occurs (a JWK inside of a did:key) has some 300 letters. */
const maxText = 1_000;

/** Prefixes of multicodec (https://github.com/multiformats/multicodec), as varints. */
const codecs = [
  { prefix: [0xed, 0x01], length: 32, toJwk: async (bytes: Uint8Array) => toOkp(bytes) },
  { prefix: [0x80, 0x24], length: 33, toJwk: (bytes: Uint8Array) => toEc('P-256', bytes) },
  { prefix: [0x81, 0x24], length: 49, toJwk: (bytes: Uint8Array) => toEc('P-384', bytes) },
  { prefix: [0x82, 0x24], length: 67, toJwk: (bytes: Uint8Array) => toEc('P-521', bytes) },
  // RSAPublicKey of RFC 8017: WebCrypto finds out whether it is one.
  { prefix: [0x85, 0x24], length: null, toJwk: (bytes: Uint8Array) => parseRsaKey(bytes) },
  // `jwk_jcs-pub`: the key as JSON. Of EBSI and some wallets.
  { prefix: [0xd1, 0xd6, 0x03], length: null, toJwk: async (bytes: Uint8Array) => toJson(bytes) },
] as const;

/**
 * A key in multibase (Controlled Identifiers 1.0, "Multikey"; also the name of a did:key) as JWK.
 * @returns null for a kind that we do not know, or for what is no key
 */
export async function parseMultikey(text: string): Promise<JsonWebKey | null> {
  const bytes = decodeMultibase(text);
  const codec = codecs.find(({ prefix }) => prefix.every((byte, index) => bytes?.[index] === byte));
  if (!bytes || !codec) return null;
  const key = bytes.subarray(codec.prefix.length);
  if (codec.length !== null && codec.length !== key.length) return null;
  return codec.toJwk(key).catch(() => null);
}

/** Lengths of compressed points. */
const curves = new Map<number, 'P-256' | 'P-384' | 'P-521'>([
  [33, 'P-256'],
  [49, 'P-384'],
  [67, 'P-521'],
]);

/** `publicKeyBase58` of older documents: Ed25519 without a prefix, or points of the curves of NIST. */
export async function parseBase58Key(text: string): Promise<JsonWebKey | null> {
  const bytes = decodeMultibase(`z${text}`);
  if (bytes?.length === 32) return toOkp(bytes);
  const curve = curves.get(bytes?.length ?? 0);
  return bytes && curve ? toEc(curve, bytes).catch(() => null) : null;
}

function decodeMultibase(text: string): Uint8Array | null {
  if (text.length > maxText) return null;
  try {
    if (text.startsWith('z')) return base58.decode(text.slice(1));
    return text.startsWith('u') ? base64urlnopad.decode(text.slice(1)) : null;
  } catch {
    return null;
  }
}

function toOkp(bytes: Uint8Array): JsonWebKey {
  return { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(bytes) };
}

/** A point comes compressed; WebCrypto wants both coordinates. Throws for what is no point. */
async function toEc(crv: 'P-256' | 'P-384' | 'P-521', bytes: Uint8Array): Promise<JsonWebKey> {
  const { p256, p384, p521 } = await import('@noble/curves/nist.js');
  const point = { 'P-256': p256, 'P-384': p384, 'P-521': p521 }[crv].Point.fromBytes(bytes).toBytes(false);
  const half = (point.length - 1) / 2;
  const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)];
  return { kty: 'EC', crv, x: base64urlnopad.encode(x), y: base64urlnopad.encode(y) };
}

function toJson(bytes: Uint8Array): JsonWebKey | null {
  return parseJwk(JSON.parse(new TextDecoder().decode(bytes)));
}
