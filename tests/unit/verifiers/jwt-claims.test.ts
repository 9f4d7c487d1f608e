import { describe, expect, it } from 'vitest';
import { readClaims } from '@/utils/verifiers/jwt-claims';
import { credential } from './make-token';

const now = new Date('2026-11-22T12:00:00Z');
const issuer = 'https://lumen.example/issuer';
const inner = credential(issuer);
/** Results of the checks that are not passed, and what the claims are said to contradict. */
function judge(payload: object) {
  const { checks } = readClaims({ ...payload }, now);
  return checks.filter(({ result }) => result !== 'pass').map(({ id, detail }) => `${id} ${detail}`);
}
const read = (payload: object) => readClaims({ ...payload }, now).json;

describe('claims that agree with the credential', () => {
  it.each([
    ['all the same', { iss: issuer, sub: 'did:example:minseo', jti: inner['id'] }],
    ['iss in another spelling', { iss: 'http://LUMEN.example/issuer/' }],
    ['iss in quotes', { iss: `"${issuer}"` }],
    ['iss as an object', { iss: { id: issuer } }],
    ['jti as a bare UUID', { jti: '5f0c7a52-7a3e-4c5d-9a4e-6a1d4f1c2b3a' }],
    ['exp as text', { exp: '1893456000' }],
    ['exp with a fraction', { exp: 1893456000.5 }],
    ['exp in milliseconds', { exp: 1893456000000 }],
    ['exp of nothing', { exp: null, nbf: null }],
    ['nbf a minute ahead of our clock', { nbf: now.getTime() / 1000 + 60 }],
  ])('%s', (_, claims) => {
    expect(judge({ ...inner, ...claims })).toEqual([]);
    expect(judge({ vc: inner, ...claims })).toEqual([]);
  });

  it('sub, when it is one of several subjects', () => {
    const subjects = { credentialSubject: [{ id: 'did:example:one' }, { id: 'did:example:two' }] };
    expect(judge({ ...inner, ...subjects, sub: 'did:example:two' })).toEqual([]);
    expect(judge({ ...inner, ...subjects, sub: 'did:example:six' })).toHaveLength(1);
  });
});

describe('claims that do not', () => {
  it.each([
    [
      'iss',
      { iss: 'https://stranger.example/issuer' },
      `claims iss https://stranger.example/issuer ≠ ${issuer}`,
    ],
    [
      'iss of another path',
      { iss: 'https://lumen.example/other' },
      `claims iss https://lumen.example/other ≠ ${issuer}`,
    ],
    ['sub', { sub: 'did:example:other' }, 'claims sub did:example:other ≠ did:example:minseo'],
    ['jti', { jti: 'urn:uuid:other' }, `claims jti urn:uuid:other ≠ ${String(inner['id'])}`],
    ['exp in the past', { exp: 1700000000 }, 'not-expired exp 2023-11-14T22:13:20.000Z'],
    ['exp in the past, in milliseconds', { exp: 1700000000000 }, 'not-expired exp 2023-11-14T22:13:20.000Z'],
    ['exp that is no date', { exp: 'soon' }, 'dates exp soon'],
    ['exp beyond all time', { exp: 1e300 }, 'dates exp 1e+300'],
    ['nbf that is no date', { nbf: {} }, 'dates nbf {}'],
    ['exp that cannot be written down', { exp: { toString: 1 } }, 'dates exp {"toString":1}'],
    ['nbf an hour ahead', { nbf: now.getTime() / 1000 + 3600 }, 'issued nbf 2026-11-22T13:00:00.000Z'],
  ])('%s', (_, claims, said) => {
    expect(judge({ ...inner, ...claims })).toEqual([said]);
    expect(judge({ vc: inner, ...claims })).toEqual([said]);
  });
});

describe('claims that stand for what the credential leaves out', () => {
  const { id: _, issuer: __, validFrom: ___, ...bare } = inner;

  it('id, issuer, subject and dates', () => {
    const { id: ____, ...subject } = bare['credentialSubject'] as Record<string, unknown>;
    const vc = { ...bare, credentialSubject: subject };
    const claims = {
      iss: issuer,
      sub: 'did:example:minseo',
      jti: 'urn:uuid:7',
      nbf: 1700000000,
      exp: 1893456000,
    };
    expect(read({ vc, ...claims })).toMatchObject({
      id: 'urn:uuid:7',
      issuer,
      validFrom: '2023-11-14T22:13:20.000Z',
      validUntil: '2030-01-01T00:00:00.000Z',
      credentialSubject: { ...subject, id: 'did:example:minseo' },
    });
  });

  it('the id of an issuer that has only a name', () => {
    const json = read({ vc: { ...bare, issuer: { name: 'Lumen Workshop' } }, iss: issuer });
    expect(json['issuer']).toEqual({ name: 'Lumen Workshop', id: issuer });
  });

  it('but make up no subject', () => {
    const { credentialSubject: ____, ...rest } = bare;
    expect(read({ vc: rest, sub: 'did:example:minseo' })['credentialSubject']).toBeUndefined();
  });

  it('and stand for nothing that the credential says itself', () => {
    const claims = {
      iss: 'did:example:other',
      sub: 'did:example:other',
      jti: 'urn:uuid:other',
      nbf: 1,
      exp: 2,
    };
    expect(read({ vc: { ...inner, validUntil: '2030-01-01T00:00:00Z' }, ...claims })).toEqual({
      ...inner,
      validUntil: '2030-01-01T00:00:00Z',
    });
  });
});
