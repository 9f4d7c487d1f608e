import { createPublicKey, type JsonWebKey as NodeKey } from 'node:crypto';
import { base64url, exportJWK, generateKeyPair, type JWK } from 'jose';
import { exportKey, generateKey, type KeyPair } from './digitalbazaar.mjs';

/** Names of JOSE; the first three have a suite of Data Integrity as well. */
export type Algorithm = 'EdDSA' | 'ES256' | 'ES384' | 'RS256';

/** A key made for this run. */
export interface IssuerKey {
  readonly algorithm: Algorithm;
  /** The private half, for jose. */
  readonly jwk: JWK;
  readonly publicJwk: JWK;
  readonly pem: string;
  /** For @digitalbazaar's packages; RSA has none there. */
  readonly pair: KeyPair | null;
  /** Empty for RSA. */
  readonly multikey: string;
}

const curves = { EdDSA: 'Ed25519', ES256: 'P-256', ES384: 'P-384' } as const;
const made = new Map<string, Promise<IssuerKey>>();

/** The key of somebody, made when it is first asked for: RSA takes its time. */
export function keyOf(owner: 'northwind' | 'southwind' | 'quill', algorithm: Algorithm): Promise<IssuerKey> {
  const name = `${owner} ${algorithm}`;
  const key = made.get(name) ?? (algorithm === 'RS256' ? makeRsa() : makeCurve(algorithm));
  made.set(name, key);
  return key;
}

async function makeCurve(algorithm: keyof typeof curves): Promise<IssuerKey> {
  const pair = await generateKey(curves[algorithm]);
  const { jwk, multikey } = await exportKey(pair);
  const { kty, crv, x, y, d = '' } = jwk as JWK;
  // Of Ed25519 the package writes both halves where RFC 8037 has the private one.
  const own = algorithm === 'EdDSA' ? base64url.encode(base64url.decode(d).subarray(0, 32)) : d;
  const plain = { kty, crv, x, ...(y ? { y } : {}), d: own } as JWK;
  return { algorithm, ...toHalves(plain), pair, multikey };
}

async function makeRsa(): Promise<IssuerKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { algorithm: 'RS256', ...toHalves(await exportJWK(privateKey)), pair: null, multikey: '' };
}

function toHalves(jwk: JWK): Pick<IssuerKey, 'jwk' | 'publicJwk' | 'pem'> {
  const names = ['kty', 'crv', 'x', 'y', 'n', 'e'];
  const publicJwk = Object.fromEntries(Object.entries(jwk).filter(([name]) => names.includes(name))) as JWK;
  const pem = createPublicKey({ key: publicJwk as NodeKey, format: 'jwk' })
    .export({ format: 'pem', type: 'spki' })
    .toString();
  return { jwk, publicJwk, pem };
}

/** The key as did:jwk (RFC 7517 in base64url). */
export function toDidJwk({ publicJwk }: IssuerKey): string {
  return `did:jwk:${base64url.encode(JSON.stringify(publicJwk))}`;
}
