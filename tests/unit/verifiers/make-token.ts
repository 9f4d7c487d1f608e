import { base58 } from '@scure/base';
import { calculateJwkThumbprint, CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';

type Algorithm = 'RS256' | 'ES256' | 'ES384' | 'EdDSA';

/** A key made for one test. */
export interface TokenKey {
  readonly alg: Algorithm;
  readonly jwk: JWK;
  readonly pem: string;
  readonly thumbprint: string;
  /** As did:jwk. */
  readonly did: string;
  sign(payload: object | string, header?: object): Promise<string>;
  /** With the padding of base64 left in, as some issuers do. RS256 only. */
  signPadded(payload: object): Promise<string>;
}

/** Makes a key. */
export async function createTokenKey(alg: Algorithm = 'EdDSA'): Promise<TokenKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return {
    alg,
    jwk,
    pem: await exportSPKI(publicKey),
    thumbprint: await calculateJwkThumbprint(jwk),
    did: `did:jwk:${base64url(JSON.stringify(jwk))}`,
    sign: (payload, header = {}) =>
      new CompactSign(
        new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      )
        .setProtectedHeader({ alg, ...header })
        .sign(privateKey),
    signPadded: async (payload) => {
      const parts = [{ alg }, payload].map((part) =>
        Buffer.from(`${JSON.stringify(part)} `).toString('base64'),
      );
      const text = parts.map((part) => part.replaceAll('+', '-').replaceAll('/', '_')).join('.');
      const data = new TextEncoder().encode(text);
      const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, data);
      return `${text}.${Buffer.from(signature).toString('base64url')}`;
    },
  };
}

/** An Ed25519 key as did:key. */
export function toDidKey({ jwk }: TokenKey): string {
  const raw = Buffer.from(jwk.x ?? '', 'base64url');
  return `did:key:z${base58.encode(Uint8Array.of(0xed, 0x01, ...raw))}`;
}

export function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** A token that nobody signed, with whatever is put into it. */
export function forge(header: object, payload: object | string, signature = 'AAAA'): string {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `${base64url(JSON.stringify(header))}.${base64url(body)}.${signature}`;
}

/** A badge of 3.0 on data model 2.0, with some of it replaced. */
export function credential(issuer: unknown, changes: object = {}): Record<string, unknown> {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:5f0c7a52-7a3e-4c5d-9a4e-6a1d4f1c2b3a',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Lumen Workshop' },
    validFrom: '2025-02-01T00:00:00Z',
    name: 'Glass Blower',
    credentialSubject: {
      id: 'did:example:minseo',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://lumen.example/achievements/glass',
        type: ['Achievement'],
        name: 'Glass Blower',
        description: 'Blows glass.',
        criteria: { narrative: 'Blew a vase.' },
      },
    },
    ...changes,
  };
}
