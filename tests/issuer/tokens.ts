import { base64url, CompactSign, importJWK, SignJWT } from 'jose';
import type { IssuerKey } from './keys.ts';
import type { Json } from './minted.ts';

/** A compact JWS over a JSON payload. */
export async function signToken(payload: Json, key: IssuerKey, header: Json = {}): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(Uint8Array.from(bytes))
    .setProtectedHeader({ alg: key.algorithm, ...header })
    .sign(await importJWK(key.jwk, key.algorithm));
}

/** Signed with the issuer's public key as if it were a secret: the oldest trick against JWS. */
export async function signWithPublicKey(payload: Json, key: IssuerKey, header: Json): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ ...header, alg: 'HS256' })
    .sign(Uint8Array.from(Buffer.from(key.pem)));
}

/** Other header or payload over the same signature. */
export function forgeToken(
  token: string,
  change: { readonly header?: object; readonly payload?: object },
): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [patch(header, change.header), patch(payload, change.payload), signature].join('.');
}

/** Payload of a token, as it stands. */
export function payloadOf(token: string): Json {
  return JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[1] ?? ''))) as Json;
}

/** Header of a token, as it stands. */
export function headerOf(token: string): Json {
  return JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[0] ?? ''))) as Json;
}

/** The same token with one letter in the middle of its signature changed. */
export function breakSignature(token: string): string {
  const at = token.lastIndexOf('.') + 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

function patch(part: string, change?: object): string {
  if (!change) return part;
  const before = JSON.parse(new TextDecoder().decode(base64url.decode(part))) as Json;
  return base64url.encode(JSON.stringify({ ...before, ...change }));
}
