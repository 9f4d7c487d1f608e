import { describe, expect, it } from 'vitest';
import { accountId, type Account, type SourceId } from '@/utils/badge';
import { safeUrl, type WebUrl } from '@/utils/html';
import { toHostedBadge } from '@/utils/sources/hosted-badge';
import { fetchHostedRecord } from '@/utils/sources/hosted-record';
import { fakeIo, type FakeAnswer } from '../fake-io';

const host = 'https://badges.harbour.example';
const url = (path: string) => safeUrl(`${host}${path}`) as WebUrl;
const account: Account = {
  id: accountId('some-source' as SourceId, 'links'),
  sourceId: 'some-source' as SourceId,
  handle: 'links',
  url: null,
};
const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${host}/a/1`,
  type: 'Assertion',
  recipient: { type: 'email', hashed: true, salt: 'tide', identity: `sha256$${'0'.repeat(64)}` },
  badge: `${host}/c/1`,
  issuedOn: '2026-02-14T23:30:00+09:00',
  expires: '2028-02-14T23:30:00+09:00',
  verification: { type: 'HostedBadge' },
  evidence: [{ id: `${host}/e/1`, type: 'Evidence', name: 'Log', narrative: '<p>Ten hours.</p>' }],
  'extensions:recipientProfile': { type: ['Extension'], name: 'Haneul Kim' },
};
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${host}/c/1`,
  type: 'BadgeClass',
  name: 'Deck\u202e hand',
  description:
    '<p>Works on <b>deck</b>.</p><ul><li>knots</li><li>lines &amp; sails</li></ul><script>x()</script>',
  image: { id: `${host}/i.png` },
  criteria: { narrative: 'Ties ten knots.', id: `${host}/how` },
  tags: ['knots', 'knots'],
  alignment: [{ targetName: 'Seamanship', targetUrl: `${host}/s` }],
  issuer: `${host}/o`,
};
const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  id: `${host}/o`,
  type: 'Profile',
  name: 'Harbour University',
  url: host,
  email: 'badges@harbour.example',
};
const whole = (change: Record<string, FakeAnswer> = {}) =>
  fakeIo({
    [`${host}/a/1`]: { json: assertion },
    [`${host}/c/1`]: { json: badgeClass },
    [`${host}/o`]: { json: issuer },
    ...change,
  });
const read = async (io: ReturnType<typeof fakeIo>, ...paths: string[]) =>
  toHostedBadge(await fetchHostedRecord((paths.length ? paths : ['/a/1']).map(url), io), {
    account,
    id: 'one',
    pageUrl: url('/page/1'),
  });

describe('hosted badge', () => {
  it('is read with the class and the issuer that its record only names', async () => {
    expect(await read(whole())).toMatchObject({
      id: 'some-source:one',
      achievement: {
        name: 'Deck hand',
        description: 'Works on deck.\n\n• knots\n• lines & sails',
        criteria: [{ text: 'Ties ten knots.', url: `${host}/how` }],
        skills: ['knots', 'Seamanship'],
      },
      issuer: { id: `${host}/o`, name: 'Harbour University' },
      recipientName: 'Haneul Kim',
      issuedOn: '2026-02-14',
      expiresOn: '2028-02-14',
      evidence: [{ type: 'Evidence', name: 'Log', description: 'Ten hours.', url: `${host}/e/1` }],
      state: 'public',
      pageUrl: `${host}/page/1`,
      imageUrl: `${host}/i.png`,
      knownAs: ['badges.harbour.example/a/1', 'badges.harbour.example/page/1'],
      basis: 'record',
    });
  });

  it('keeps nothing of the hash of an address', async () => {
    const text = JSON.stringify(await read(whole()));
    expect(text).not.toMatch(/sha256|tide|badges@harbour/);
  });

  it('is read in one request where all stands in one document', async () => {
    const io = fakeIo({
      [`${host}/a/1`]: { json: { ...assertion, badge: { ...badgeClass, issuer } } },
    });
    expect((await read(io))?.issuer.name).toBe('Harbour University');
    expect(io.asked).toHaveLength(1);
  });

  it('takes the next address where the first has nothing', async () => {
    const io = whole({ [`${host}/old`]: { status: 404 } });
    expect((await read(io, '/old', '/a/1'))?.achievement.name).toBe('Deck hand');
  });

  it('does without an issuer that is gone, and waits for one that is only away', async () => {
    expect((await read(whole({ [`${host}/o`]: { status: 404 } })))?.issuer).toEqual({
      id: null,
      name: 'badges.harbour.example',
      url: null,
    });
    await expect(read(whole({ [`${host}/o`]: { status: 503 } }))).rejects.toMatchObject({
      code: 'server-error',
    });
  });

  it.each([
    [{ status: 410, json: { revoked: true } }],
    [{ status: 410, text: '' }],
    [{ json: { '@context': 'https://w3id.org/openbadges/v2', id: `${host}/a/1`, revoked: true } }],
  ])('knows one that was taken back, whatever is left of it (%#)', async (answer) => {
    const record = await fetchHostedRecord([url('/a/1')], whole({ [`${host}/a/1`]: answer }));
    expect(record.isRevoked).toBe(true);
    expect(toHostedBadge(record, { account, id: 'one', pageUrl: null })).toBeNull();
  });

  it('says of a whole record that it was taken back', async () => {
    expect((await read(whole({ [`${host}/a/1`]: { json: { ...assertion, revoked: true } } })))?.state).toBe(
      'revoked',
    );
  });

  it('reads the older versions and the newer one', async () => {
    const old = {
      uid: 'a1',
      recipient: { type: 'email', hashed: true, identity: `sha256$${'0'.repeat(64)}` },
      badge: `${host}/c/1`,
      issuedOn: 1_771_027_200,
      verify: { type: 'hosted', url: `${host}/a/1` },
    };
    const { '@context': _, id: __, type: ___, ...oldClass } = badgeClass;
    const io = whole({ [`${host}/a/1`]: { json: old }, [`${host}/c/1`]: { json: oldClass } });
    expect(await read(io)).toMatchObject({ issuedOn: '2026-02-14', credentialId: 'a1' });
    const credential = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `${host}/a/1`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `${host}/o`, type: ['Profile'], name: 'Harbour University' },
      validFrom: '2026-02-14T00:00:00Z',
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: {
          id: `${host}/c/1`,
          type: ['Achievement'],
          name: 'Deckhand',
          description: 'Works on deck.',
          criteria: { narrative: 'Ties ten knots.' },
        },
      },
    };
    expect(await read(fakeIo({ '*': { json: credential } }))).toMatchObject({
      id: 'some-source:one',
      achievement: { name: 'Deckhand' },
      issuedOn: '2026-02-14',
      state: 'public',
    });
  });

  it.each([
    [{ status: 404 }, 'not-found'],
    [{ status: 403 }, 'private-profile'],
    [{ status: 429, headers: { 'retry-after': '30' } }, 'rate-limited'],
    [{ status: 500 }, 'server-error'],
    [{ text: '<html></html>' }, 'not-json'],
    [{ text: '{"badge":' }, 'not-json'],
    [{ json: [1, 2] }, 'bad-response'],
    [{ json: { surprise: true } }, 'bad-response'],
  ] as const)('says why there is none (%#)', async (answer, code) => {
    await expect(read(fakeIo({ '*': answer }))).rejects.toMatchObject({ code });
  });
});
