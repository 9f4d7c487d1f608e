import { describe, expect, it } from 'vitest';
import {
  answers,
  badgeClass,
  check,
  classUrl,
  find,
  lumen,
  profile,
  record,
  recordUrl,
  withClass,
  withIssuer,
  withRecord,
  type Answers,
} from './lumen-badge';

describe('hosted › dates', () => {
  it.each<[string, object, string]>([
    ['issued tomorrow', { issuedOn: '2026-11-24T12:00:00Z' }, 'invalid'],
    ['issued in a minute, by a clock that is ahead', { issuedOn: '2026-11-22T12:01:00Z' }, 'valid'],
    ['issued today, where today begins earlier', { issuedOn: '2026-11-23' }, 'valid'],
    ['issued in two days, wherever', { issuedOn: '2026-11-24' }, 'invalid'],
    ['ended before it began', { expires: '2024-02-01T00:00:00Z' }, 'invalid'],
    ['ended', { expires: '2025-03-01T00:00:00Z' }, 'expired'],
    ['ends next year', { expires: '2027-03-01' }, 'valid'],
    ['ends never, in so many words', { expires: null }, 'valid'],
    ['issued at unix seconds', { issuedOn: '1709287200' }, 'valid'],
    ['issued on a day that no calendar has', { issuedOn: '2024-02-30' }, 'invalid'],
  ])('%s: %s', async (_, fields, verdict) => {
    expect((await check(withRecord(fields))).verdict).toBe(verdict);
  });
});

describe('hosted › recipient', () => {
  const hash = (name: string, digits: number) => ({
    type: 'email',
    hashed: true,
    identity: `${name}$${'aB'.repeat(digits / 2)}`,
  });
  it.each<[string, object, string]>([
    ['md5', hash('md5', 32), 'valid'],
    ['sha1', hash('sha1', 40), 'valid'],
    ['sha256', hash('sha256', 64), 'valid'],
    ['sha512', hash('sha512', 128), 'valid'],
    ['an algorithm that nobody knows', hash('sha1billion', 40), 'invalid'],
    ['too few digits', hash('sha256', 62), 'invalid'],
    ['hashed, but plain', { type: 'email', hashed: true, identity: 'mira@lumen.example' }, 'invalid'],
    ['plain, but a hash', { ...hash('sha256', 64), hashed: false }, 'invalid'],
    ['plain, but no e-mail address', { type: 'email', hashed: false, identity: 'Mira' }, 'invalid'],
    ['a telephone', { type: 'telephone', hashed: false, identity: '+16175551212' }, 'valid'],
    ['an address of a page', { type: 'url', hashed: false, identity: 'https://mira.example/' }, 'valid'],
    ['not said whether hashed', { type: 'email', identity: `sha256$${'0'.repeat(64)}` }, 'valid'],
    ['nobody', { type: 'email', hashed: false, identity: '' }, 'invalid'],
  ])('%s', async (_, recipient, verdict) => {
    const result = await check(withRecord({ recipient }));
    expect([result.verdict, find(result, 'recipient-identity')?.result]).toEqual([
      verdict,
      verdict === 'valid' ? 'pass' : 'fail',
    ]);
  });

  it('keeps whose it is apart from whether it is right', async () => {
    const somebody = { emails: ['else@lumen.example'], urls: [], telephones: [], names: [], ids: [] };
    const result = await check(answers(), new URL(recordUrl), { recipient: somebody });
    expect([result.verdict, result.recipient.match]).toEqual(['valid', 'no']);
  });
});

describe('hosted › where an issuer’s records may lie', () => {
  const apart = 'https://records.host.example';
  const elsewhere = (verification?: object): Answers => ({
    ...withIssuer(verification ? { verification } : {}),
    [`${apart}/a/1`]: { json: { ...record, id: `${apart}/a/1` } },
  });
  it.each<[string, object | undefined, string]>([
    ['on its own host alone, where it says nothing', undefined, 'invalid'],
    ['allowedOrigins: the host', { allowedOrigins: 'records.host.example' }, 'valid'],
    [
      'allowedOrigins: one of several',
      { allowedOrigins: ['lumen.example', 'records.host.example'] },
      'valid',
    ],
    ['allowedOrigins: with scheme and slash', { allowedOrigins: ['https://records.host.example/'] }, 'valid'],
    ['allowedOrigins: another', { allowedOrigins: ['host.example'] }, 'invalid'],
    ['startsWith', { startsWith: `${apart}/a/` }, 'valid'],
    ['startsWith over http', { startsWith: 'http://records.host.example/a/' }, 'valid'],
    ['startsWith: one of several', { startsWith: ['https://x.example/', `${apart}/`] }, 'valid'],
    ['startsWith: another folder', { startsWith: `${apart}/b/` }, 'invalid'],
    ['startsWith: a host that only begins alike', { startsWith: 'https://records.host' }, 'invalid'],
    ['both, and both hold', { startsWith: `${apart}/`, allowedOrigins: ['records.host.example'] }, 'valid'],
    ['both, and one does not hold', { startsWith: `${apart}/`, allowedOrigins: ['x.example'] }, 'invalid'],
  ])('%s', async (_, verification, verdict) => {
    const result = await check(elsewhere(verification), new URL(`${apart}/a/1`));
    expect([result.verdict, find(result, 'issuer-origin')?.result]).toEqual([
      verdict,
      verdict === 'valid' ? 'pass' : 'fail',
    ]);
  });

  it('wants the badge class on the issuer’s host, too, where it says nothing', async () => {
    const far = 'https://elsewhere.example/c';
    const given = { ...withRecord({ badge: far }), [far]: { json: { ...badgeClass, id: far } } };
    expect((await check(given)).verdict).toBe('invalid');
  });

  it('follows a declared id of the class and of the issuer', async () => {
    const given = answers({
      [`${lumen}/c/old`]: { json: badgeClass },
      [`${lumen}/issuer/old`]: { json: profile },
      [recordUrl]: { json: { ...record, badge: `${lumen}/c/old` } },
      [classUrl]: { json: { ...badgeClass, issuer: `${lumen}/issuer/old` } },
    });
    const result = await check(given);
    expect(result.verdict).toBe('valid');
    expect(result.checks.filter(({ id }) => id === 'declared-id')).toHaveLength(2);
  });
});

describe('hosted › shapes', () => {
  it.each<[string, Answers]>([
    ['types as lists', withRecord({ type: ['Assertion', 'extensions:Lamp'] })],
    ['a type by its full name', withRecord({ type: 'https://w3id.org/openbadges#Assertion' })],
    [
      'the context over http, with another',
      withRecord({ '@context': ['http://w3id.org/openbadges/v2', 'https://x.example/c'] }),
    ],
    ['hosted, as Credly writes it', withRecord({ verification: { type: 'hosted' } })],
    ['both verify and verification', withRecord({ verify: { type: 'hosted', url: recordUrl } })],
    ['neither', withRecord({ verification: undefined })],
    ['an embedded class', withRecord({ badge: badgeClass })],
    ['an embedded issuer', withClass({ issuer: profile })],
    ['an image as object', withClass({ image: { id: `${lumen}/lamp.svg`, caption: 'A lamp' } })],
    ['an image by a relative address', withClass({ image: '/lamp.svg' })],
    ['an issuer of type Issuer', withIssuer({ type: 'Issuer' })],
    ['an issuer without e-mail and address', withIssuer({ email: undefined, url: undefined })],
    ['evidence with a blank node', withRecord({ evidence: [{ id: '_:b0', narrative: 'Rocked.' }] })],
  ])('%s', async (_, given) => {
    expect((await check(given)).verdict).toBe('valid');
  });

  it.each<[string, Answers]>([
    ['another type', withRecord({ type: 'OtherAssertion' })],
    ['a context of something else', withRecord({ '@context': 'https://schema.org/' })],
    ['an issuer of another type', withIssuer({ type: 'Person' })],
    ['an issuer without a name', withIssuer({ name: '' })],
    ['a list', answers({ [recordUrl]: { json: [record] } })],
    ['JSON that is no assertion', answers({ [recordUrl]: { json: { id: 0, name: 'Mira' } } })],
  ])('not %s', async (_, given) => {
    expect((await check(given)).verdict).toBe('invalid');
  });

  it('cannot judge a record that wants a signature and has none', async () => {
    const result = await check(withRecord({ verification: { type: 'SignedBadge' } }));
    expect([result.verdict, find(result, 'signature')?.result]).toEqual(['unverifiable', 'unknown']);
  });
});
