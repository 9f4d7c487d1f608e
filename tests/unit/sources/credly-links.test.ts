import { describe, expect, it } from 'vitest';
import { safeUrl, type WebUrl } from '@/utils/html';
import type { Io } from '@/utils/io';
import { credly } from '@/utils/sources/credly';
import { linksAccount } from '@/utils/sources/link-pages';
import { fakeIo, type FakeAnswer } from '../fake-io';

const id = 'b0000000-0000-4000-8000-000000000001';
const page = `https://www.credly.com/badges/${id}`;
const www = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${id}`;
const api = `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`;
const org = '0a0a0a0a-0000-4000-8000-000000000001';
const issuer = `https://www.credly.com/api/v1/obi/v2/issuers/${org}`;
const badgeClass = `${issuer}/badge_classes/2a2a2a2a-0000-4000-8000-000000000001`;

const documents: Record<string, FakeAnswer> = {
  [www]: {
    json: {
      '@context': 'https://w3id.org/openbadges/v2',
      id: www,
      type: 'Assertion',
      badge: badgeClass,
      issuedOn: '2024-07-07T19:00:00.000-05:00',
      expires: '2027-07-08T00:00:00.000Z',
      evidence: [
        { id: 'https://portfolio.example.org/x', type: 'Evidence', name: 'X', genre: 'NewEvidence' },
      ],
      recipient: { type: 'email', hashed: true, identity: `sha256$${'7d'.repeat(32)}` },
      verification: { type: 'hosted' },
    },
  },
  [badgeClass]: {
    json: {
      id: badgeClass,
      type: 'BadgeClass',
      name: 'Cloud Architect',
      description: 'Can be relied on.',
      image: { id: 'https://images.credly.com/images/1a1a1a1a-0000-4000-8000-000000000001/image.png' },
      criteria: { id: 'https://www.credly.com/org/northwind/badge/x', narrative: 'Pass the exam.' },
      issuer,
      tags: ['Cloud Computing'],
    },
  },
  [issuer]: {
    json: {
      id: issuer,
      type: 'Issuer',
      name: 'Northwind Cloud Academy',
      url: 'https://northwind.example.org/',
    },
  },
};

const linkOf = (address: string) => credly.parseLink(new URL(address)) as WebUrl;
const pull = (address: string, io: Io) => {
  const account = linksAccount(credly.id, [linkOf(address)]);
  return credly.fetchRecords(account, null, io).then((read) => ({
    ...read,
    badges: credly.toBadges(read.records, account),
  }));
};

describe('credly › links of single badges', () => {
  it.each([
    [`https://www.credly.com/badges/${id}`, page],
    [`https://www.credly.com/badges/${id.toUpperCase()}/public_url?source=linked_in_profile`, page],
    [`https://credly.com/badges/${id}/linked_in_profile#x`, page],
    [`https://www.credly.com/earner/earned/badge/${id}`, page],
    [`https://www.credly.com/earner/earned/share/${id}`, page],
    [`https://www.credly.com/embedded_badge/${id}`, page],
    [`https://www.youracclaim.com/badges/${id}/public_url`, page],
    [`https://youracclaim.com/earner/earned/badge/${id}`, page],
    [www, page],
    [api, page],
    ['https://www.credly.com/go/Gx4Rt7Qz', 'https://www.credly.com/go/Gx4Rt7Qz'],
    ['https://www.youracclaim.com/go/Gx4Rt7Qz/?utm_source=mail', 'https://www.credly.com/go/Gx4Rt7Qz'],
  ])('%s', (pasted, kept) => {
    expect(linkOf(pasted)).toBe(kept);
  });

  it.each([
    'https://www.credly.com/users/haneul-kim/badges',
    'https://www.credly.com/org/northwind/badge/x',
    'https://www.credly.com/go/',
    'https://www.credly.com/go/../users/x',
    `https://www.credly.com.evil.example/badges/${id}`,
    'https://evil.example/go/Gx4Rt7Qz',
  ])('%s is none', (pasted) => {
    expect(credly.parseLink(new URL(pasted))).toBeNull();
  });
});

describe('credly › one badge by its link', () => {
  it('is read from its record, class and issuer, as the list of a profile has it', async () => {
    const io = fakeIo(documents);
    const { badges } = await pull(page, io);
    expect(io.asked).toEqual([www, badgeClass, issuer]);
    expect(badges).toMatchObject([
      {
        id: `credly:${id}`,
        achievement: { name: 'Cloud Architect', skills: ['Cloud Computing'] },
        issuer: { id: org, name: 'Northwind Cloud Academy' },
        issuedOn: '2024-07-08',
        expiresOn: '2027-07-08',
        evidence: [{ type: 'NewEvidence', name: 'X' }],
        state: 'public',
        pageUrl: page,
        imageUrl:
          'https://images.credly.com/size/220x220/images/1a1a1a1a-0000-4000-8000-000000000001/image.png',
        credentialId: id,
        basis: 'record',
      },
    ]);
    expect(badges[0]?.knownAs).toContain(`credly:${id}`);
    expect(JSON.stringify(badges)).not.toContain('7d7d');
  });

  it('asks for JSON alone', async () => {
    const asked: (string | undefined)[] = [];
    const served = fakeIo(documents);
    const io: Io = {
      ...served,
      fetch: (url, request) => {
        asked.push(request?.accept);
        return served.fetch(url, request);
      },
    };
    await pull(page, io);
    expect(new Set(asked)).toEqual(new Set(['application/json']));
  });

  it.each<[string, FakeAnswer]>([
    ['where it led', { text: '<title>x</title>', redirectedTo: [`${page}/public_url`] }],
    ['what the page says of itself', { text: `<meta property="og:url" content="${page}">` }],
  ])('is found behind a short link by %s', async (_, answer) => {
    const short = 'https://www.credly.com/go/Gx4Rt7Qz';
    const { badges } = await pull(short, fakeIo({ ...documents, [short]: answer }));
    expect(badges[0]?.id).toBe(`credly:${id}`);
  });

  it('a short link that leads to no badge leads nowhere', async () => {
    const short = 'https://www.credly.com/go/Gx4Rt7Qz';
    const answer = { text: '<title>Credly</title>', redirectedTo: ['https://www.credly.com/'] };
    expect((await pull(short, fakeIo({ [short]: answer }))).problem?.code).toBe('not-found');
  });

  it('410 is a badge that was taken back', async () => {
    const gone = { status: 410, json: { revoked: true } };
    const read = await pull(page, fakeIo({ ...documents, [www]: gone }));
    expect(read).toMatchObject({ badges: [], revoked: [`credly:${id}`] });
  });

  it.each<[FakeAnswer, string]>([
    [{ status: 404 }, 'not-found'],
    [{ text: '<!doctype html>' }, 'not-json'],
    [{ json: ['x'] }, 'bad-response'],
  ])('%o is a problem of this link alone', async (answer, code) => {
    const read = await pull(page, fakeIo({ [www]: answer, [api]: answer }));
    expect(read).toMatchObject({ badges: [], problem: { code } });
  });

  it.each<[FakeAnswer, string]>([
    [{ status: 503 }, 'server-error'],
    [{ status: 429, headers: { 'retry-after': '30' } }, 'rate-limited'],
  ])('%o passes by, and the pull goes on later', async (answer, code) => {
    await expect(pull(page, fakeIo({ '*': answer }))).rejects.toMatchObject({ code });
  });

  it('keeps the address in the form that can be opened', () => {
    expect(linkOf(api)).toBe(safeUrl(page));
  });
});
