import { base64, base64urlnopad } from '@scure/base';

/** SubjectPublicKeyInfo of a 2048-bit RSA key and its like begin so: a SEQUENCE with rsaEncryption and NULL (RFC 8017, A.1). */
const rsaIdentifier = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/** WebCrypto's words for what a public key in PEM may be. */
const kinds = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
  { name: 'ECDSA', namedCurve: 'P-521' },
  { name: 'Ed25519' },
] as const;

/**
 * A public key in PEM (RFC 7468 "PUBLIC KEY", and the "RSA PUBLIC KEY" of RFC 8017) as JWK. Line breaks may be missing
 * or written as `\n`: Open Badges of the first years are full of them.
 * @returns null for what is no public key of a known kind
 */
export async function parsePem(text: string): Promise<JsonWebKey | null> {
  const match = /-----BEGIN (RSA )?PUBLIC KEY-----([\sA-Za-z0-9+/=\\]*)-----END/.exec(text.slice(0, 20_000));
  if (!match) return null;
  const letters = (match[2] ?? '').replace(/\\n|\s/g, '').replace(/=+$/, '');
  const der = decode(letters);
  if (!der) return null;
  return match[1] ? parseRsaKey(der) : toJwk(der);
}

/** An RSAPublicKey (RFC 8017, A.1.1) as JWK; null for what is none. */
export async function parseRsaKey(der: Uint8Array): Promise<JsonWebKey | null> {
  return toJwk(wrapRsaKey(der));
}

async function toJwk(spki: Uint8Array<ArrayBuffer>): Promise<JsonWebKey | null> {
  for (const kind of kinds) {
    try {
      const key = await crypto.subtle.importKey('spki', spki, kind, true, ['verify']);
      return await crypto.subtle.exportKey('jwk', key);
    } catch {
      // Another kind, or none of them.
    }
  }
  return toEd25519(spki);
}

/** RFC 8410: where WebCrypto knows no Ed25519, the key is the last 32 bytes behind a fixed head. */
function toEd25519(spki: Uint8Array): JsonWebKey | null {
  const isEd25519 = spki.length === 44 && spki[6] === 0x2b && spki[7] === 0x65 && spki[8] === 0x70;
  return isEd25519 ? { kty: 'OKP', crv: 'Ed25519', x: base64urlnopad.encode(spki.subarray(12)) } : null;
}

function wrapRsaKey(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = [0x03, ...lengthOf(key.length + 1), 0x00, ...key];
  const body = [...rsaIdentifier, ...bits];
  return new Uint8Array([0x30, ...lengthOf(body.length), ...body]);
}

/** A length in DER, long form for all: below 64 KB. */
function lengthOf(length: number): number[] {
  return length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
}

function decode(letters: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(base64.decode(letters.padEnd(Math.ceil(letters.length / 4) * 4, '=')));
  } catch {
    return null;
  }
}
