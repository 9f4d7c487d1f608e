import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { verify } from '@/utils/verify';
import { fakeIo, type FakeAnswer } from '../fake-io';

const id = 'b0000000-0000-4000-8000-000000000001';
const page = `https://www.credly.com/badges/${id}`;
const api = 'https://www.credly.com/api/v1/obi/v2';
const www = `${api}/badge_assertions/${id}`;
const other = `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`;
const issuer = `${api}/issuers/org-1`;
const badge = `${issuer}/badge_classes/template-1`;
const issuerJson = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: issuer,
  type: 'Issuer',
  name: 'Northwind Cloud Academy',
  url: 'https://northwind.example/',
};
const badgeJson = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: badge,
  type: 'BadgeClass',
  name: 'Cloud Architect Associate',
  description: 'Plans clouds.',
  image: { id: 'https://images.credly.com/images/template-1/image.png' },
  criteria: { narrative: 'Pass the exam.' },
  issuer,
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: www,
  type: 'Assertion',
  badge,
  issuedOn: '2024-08-30T22:14:09.000Z',
  recipient: { type: 'email', hashed: true, identity: `sha256$${'0'.repeat(64)}` },
  verification: { type: 'hosted' },
};

/** The documents of a good badge, with some of them replaced. */
function documents(changes: Record<string, FakeAnswer> = {}): Record<string, FakeAnswer> {
  return {
    [www]: { json: assertion },
    [badge]: { json: badgeJson },
    [issuer]: { json: issuerJson },
    ...changes,
  };
}
const change = (fields: object) => documents({ [www]: { json: { ...assertion, ...fields } } });
const check = async (answers: Record<string, FakeAnswer>, target = page) => verify(target, fakeIo(answers));

describe('hosted › one verdict for each fault', () => {
  it.each<[string, Record<string, FakeAnswer>, string]>([
    ['a good badge', documents(), 'valid'],
    ['an old one', change({ expires: '2025-01-01T00:00:00Z' }), 'expired'],
    ['one that runs on', change({ expires: '2027-01-01' }), 'valid'],
    ['one from tomorrow', change({ issuedOn: '2026-11-24T00:00:00Z' }), 'invalid'],
    ['revoked: true', change({ revoked: true, revocationReason: 'Asked for' }), 'revoked'],
    [
      '410 with its assertion',
      documents({ [www]: { status: 410, json: { ...assertion, revoked: true } } }),
      'revoked',
    ],
    ['410 with nothing', documents({ [www]: { status: 410, text: '' } }), 'revoked'],
    ['revoked and expired: revoked', change({ revoked: true, expires: '2025-01-01' }), 'revoked'],
    ['an id of another badge', change({ id: www.replace('0001', '0002') }), 'invalid'],
    [
      'forged and expired: invalid',
      change({ id: 'https://evil.example/1', expires: '2020-01-01' }),
      'invalid',
    ],
    ['an issuer from elsewhere', change({ badge: 'https://evil.example/b' }), 'unverifiable'],
    ['not an assertion', documents({ [www]: { json: { data: { message: 'hello' } } } }), 'invalid'],
    ['404 everywhere', documents({ [www]: { status: 404 }, [other]: { status: 404 } }), 'unverifiable'],
    [
      'a page for people',
      documents({ [www]: { text: '<html>' }, [other]: { text: '<html>' } }),
      'unverifiable',
    ],
    [
      'no network',
      documents({ [www]: { error: new AppError('offline') }, [other]: { error: new AppError('offline') } }),
      'unverifiable',
    ],
    ['the badge class is down', documents({ [badge]: { status: 503 } }), 'unverifiable'],
    ['the issuer is down', documents({ [issuer]: { error: new AppError('timeout') } }), 'unverifiable'],
    ['the class is something else', documents({ [badge]: { json: issuerJson } }), 'invalid'],
    [
      'the class names another id',
      documents({ [badge]: { json: { ...badgeJson, id: `${badge}2` } }, [`${badge}2`]: { status: 404 } }),
      'invalid',
    ],
    [
      'the class names another id, which does not answer',
      documents({
        [badge]: { json: { ...badgeJson, id: `${badge}2` } },
        [`${badge}2`]: { error: new AppError('timeout') },
      }),
      'unverifiable',
    ],
  ])('%s', async (_, answers, verdict) => {
    const withEvil = { 'https://evil.example/b': { error: new AppError('permission-needed') }, ...answers };
    expect((await check(withEvil)).verdict).toBe(verdict);
  });
});

describe('hosted › what it compares', () => {
  it('takes api.credly.com and www.credly.com for one platform', async () => {
    const answers = documents({ [www]: { status: 404 }, [other]: { json: assertion } });
    const result = await check(answers);
    expect([result.verdict, result.checkedWith]).toEqual(['valid', 'api.credly.com']);
  });

  it('says what the badge is, from whom, and with whom it checked', async () => {
    const result = await check(documents());
    expect(result).toMatchObject({
      checkedWith: 'www.credly.com',
      checkedAt: '2026-11-22T12:00:00.000Z',
      pageUrl: page,
      badge: {
        name: 'Cloud Architect Associate',
        issuerName: 'Northwind Cloud Academy',
        issuedOn: '2024-08-30',
      },
    });
    expect(result.checks.map((item) => item.result)).toEqual(result.checks.map(() => 'pass'));
  });

  it('fetches an embedded badge class and issuer from their own addresses all the same', async () => {
    const answers = documents({
      [www]: { json: { ...assertion, badge: { ...badgeJson, name: 'Emperor of Clouds' } } },
      [badge]: { json: { ...badgeJson, issuer: { ...issuerJson, name: 'Everybody' } } },
    });
    expect((await check(answers)).badge).toMatchObject({
      name: 'Cloud Architect Associate',
      issuerName: 'Northwind Cloud Academy',
    });
  });

  it('refuses an assertion that lies outside of its issuer’s origin', async () => {
    const forged = 'https://badges.evil.example/a/1';
    const answers = documents({ [forged]: { json: { ...assertion, id: forged } } });
    const result = await check(answers, forged);
    expect(result.verdict).toBe('invalid');
    expect(result.checks.find((item) => item.id === 'issuer-origin')?.result).toBe('fail');
  });

  it.each([
    ['allowedOrigins as a host', { allowedOrigins: 'badges.host.example' }],
    ['allowedOrigins as an address', { allowedOrigins: ['https://badges.host.example/'] }],
    ['startsWith', { startsWith: ['https://badges.host.example/'] }],
  ])('follows the issuer’s own rule: %s', async (_, verification) => {
    const base = 'https://badges.host.example';
    const profile = 'https://school.example/issuer';
    const answers = {
      [`${base}/a`]: { json: { ...assertion, id: `${base}/a`, badge: `${base}/b` } },
      [`${base}/b`]: { json: { ...badgeJson, id: `${base}/b`, issuer: profile } },
      [profile]: { json: { ...issuerJson, id: profile, verification } },
    };
    expect((await check(answers, `${base}/a`)).verdict).toBe('valid');
  });

  it('asks only for the addresses of the badge', async () => {
    const io = fakeIo(documents());
    await verify(page, io);
    expect(io.asked).toEqual([www, badge, issuer]);
  });

  it.each(['javascript:alert(1)', 'http://www.credly.com/badges/x', 'nothing'])(
    'asks nobody about %s',
    async (target) => {
      expect((await verify(target, fakeIo({}))).verdict).toBe('unverifiable');
    },
  );
});
