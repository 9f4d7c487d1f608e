import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { createTokenKey, credential, forge } from './make-token';

/** Values that no issuer means, and some that break who walks through them. */
const strange: readonly unknown[] = [
  null,
  '',
  0,
  1e308,
  true,
  [],
  {},
  [[]],
  [null],
  { toString: 1, valueOf: 1 },
  [{ id: { toString: 1 } }],
  { '@value': {} },
  '\ud800',
  'did:',
  'did:key:',
  'did:key:zzzz',
  `did:key:z${'z'.repeat(5000)}`,
  'did:jwk:W10',
  'did:jwk:bnVsbA',
  'did:web:%E0%A4%A',
  'did:web:lumen.example%3A99999',
  'https://[',
  'https://lumen.example:0/',
  'javascript:alert(1)',
  { kty: 'RSA', n: 5, e: {} },
  { kty: 'EC', crv: 'P-256', x: 1 },
];
/** What every address answers, round and round. */
const documents: readonly string[] = [
  'null',
  '[]',
  '',
  '{"id":1}',
  '{"keys":[null,1,{}]}',
  '{"verificationMethod":[null,1,"x",{"id":1,"publicKeyJwk":1}],"assertionMethod":{"a":1}}',
  '{"publicKeyPem":"-----BEGIN PUBLIC KEY-----AAAA-----END"}',
  '{"publicKeyBase58":"\\ud800","revoked":{"toString":1}}',
  '{"kty":"EC","crv":"P-256"}',
  '{"id":"did:web:lumen.example","verificationMethod":[{"publicKeyJwk":{"kty":{"toString":1}},"revoked":{}}]}',
];

/** Verdicts, and what was a fault of ours. */
async function run(tokens: readonly string[]) {
  const found = { verdicts: new Set<string>(), faults: [] as string[] };
  for (const [index, token] of tokens.entries()) {
    const fetch = async () => new Response(documents[index % documents.length]);
    const { verdict, checks } = await verify(token, { fetch, now: () => new Date('2026-11-22T12:00:00Z') });
    found.verdicts.add(verdict);
    found.faults.push(
      ...checks.map(({ detail }) => detail).filter((detail) => /^unexpected|TypeError/.test(detail)),
    );
  }
  return found;
}

describe('strange values in a token', () => {
  const header = { alg: 'EdDSA', kid: 'did:web:lumen.example#one' };
  const assertion = {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'urn:uuid:1',
    type: 'Assertion',
    recipient: { type: 'email', identity: 'minseo@example.com' },
    badge: 'https://lumen.example/class',
    issuedOn: '2025-01-01',
    verification: { type: 'SignedBadge', creator: 'https://lumen.example/key' },
  };
  const claims = ['iss', 'sub', 'jti', 'exp', 'nbf', 'vc', 'vp', ...Object.keys(credential('x'))];

  it.each(['alg', 'kid', 'jwk', 'crit', 'b64', 'typ'])('header %s', async (name) => {
    const badge = credential('did:web:lumen.example');
    const { faults, verdicts } = await run(
      strange.map((value) => forge({ ...header, [name]: value }, badge)),
    );
    expect(faults).toEqual([]);
    expect([...verdicts]).not.toContain('valid');
  });

  it.each(claims)('claim %s', async (name) => {
    const key = await createTokenKey();
    const badge = credential(key.did);
    const tokens = strange.flatMap((value) => [
      key.sign({ ...badge, [name]: value }, { kid: key.did }),
      key.sign({ vc: { ...badge, [name]: value }, [name]: value }, { kid: key.did }),
    ]);
    expect((await run(await Promise.all(tokens))).faults).toEqual([]);
  });

  it.each(Object.keys(assertion))('%s of a signed assertion', async (name) => {
    const tokens = strange.map((value) => forge(header, { ...assertion, [name]: value }));
    const { faults, verdicts } = await run(tokens);
    expect(faults).toEqual([]);
    expect([...verdicts]).not.toContain('valid');
  });
});
