import { describe, expect, it } from 'vitest';
import type { SourceId } from '@/utils/badge';
import { claimSenders, findClaim, isClaimAnswered, waitingClaims } from '@/utils/claims';
import type { ClaimRow } from '@/utils/db';

const id = '11111111-2222-4333-8444-555555555555';
const badge = `https://www.credly.com/earner/earned/badge/${id}`;
const safe = (url: string) =>
  `https://nam11.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05&reserved=0`;

describe('a claim in a mail', () => {
  it.each([
    ['Credly, its badge page', 'admin@credly.com', badge, 'credly', badge],
    ['Credly, a short link', 'admin@credly.com', 'https://www.credly.com/go/DXOE6zMD', 'credly', null],
    ['Credly, its public page', 'admin@credly.com', `https://www.credly.com/badges/${id}`, 'credly', null],
    [
      'Credly under its former name',
      'admin@youracclaim.com',
      `https://www.youracclaim.com/badges/${id}`,
      'credly',
      null,
    ],
    ['Credly behind SafeLinks', 'admin@credly.com', safe(badge), 'credly', badge],
    ['Credly behind two SafeLinks', 'admin@credly.com', safe(safe(badge)), 'credly', badge],
    ['an address in capitals', 'Admin@Credly.com', badge, 'credly', badge],
    [
      'Microsoft',
      'noreply@mail.microsoft.com',
      'https://learn.microsoft.com/en-us/users/haneul/credentials/0A1B2C3D4E5F6071',
      'microsoft-learn',
      null,
    ],
    [
      'Canvas Credentials',
      'noreply@badgr.com',
      'https://api.eu.badgr.io/public/assertions/Ab_cdEfGh1234567',
      'canvas',
      null,
    ],
    [
      'Parchment',
      'noreply@parchment.com',
      'https://badges.parchment.com/public/assertions/Ab_cdEfGh1234567',
      'canvas',
      null,
    ],
    ['Accredible', 'hello@accredible.com', `https://www.credential.net/${id}`, 'accredible', null],
  ])('is found: %s', (_, sender, link, sourceId, url) => {
    const claim = findClaim(sender, ['https://www.example.com/', link]);
    expect(claim?.sender.sourceId).toBe(sourceId);
    if (url) expect(claim?.url).toBe(url);
  });

  it.each([
    ['another sender', 'admin@example.com', badge],
    ['a look-alike domain', 'admin@credly.com.example', badge],
    ['a look-alike letter', 'admin@cred1y.com', badge],
    ['another mailbox of the same domain', 'someone@credly.com', badge],
    ['two addresses in one', 'admin@credly.com@example.com', badge],
    ['a display name around the address', 'Credly <admin@credly.com>', badge],
    ['no sender at all', '', badge],
    ['the right sender, a link elsewhere', 'admin@credly.com', `https://credly.example/badges/${id}`],
    ['a host that only begins like it', 'admin@credly.com', `https://www.credly.com.example/badges/${id}`],
    ['a redirector to elsewhere', 'admin@credly.com', safe('https://evil.example/')],
    ['the address only in the query', 'admin@credly.com', `https://evil.example/?u=${badge}`],
    ['no https', 'admin@credly.com', `http://www.credly.com/badges/${id}`],
    ['another port', 'admin@credly.com', `https://www.credly.com:8443/badges/${id}`],
    ['a user name in the address', 'admin@credly.com', `https://www.credly.com@evil.example/badges/${id}`],
    ['a page that is no badge', 'admin@credly.com', 'https://www.credly.com/org/northwind/badge/cloud'],
    ['the link of another service', 'admin@credly.com', `https://www.credential.net/${id}`],
    ['a link that is no address', 'admin@credly.com', 'javascript:alert(1)'],
    [
      'a subdomain of a known domain',
      'x@badgr.com.evil.example',
      'https://badgr.com/public/assertions/Ab_cdEfGh12',
    ],
  ])('is not: %s', (_, sender, link) => {
    expect(findClaim(sender, [link])).toBeNull();
  });

  it('takes the first link that fits, whatever stands before it', () => {
    const claim = findClaim('admin@credly.com', ['https://evil.example/badges', '#', badge, `${badge}/2`]);
    expect(claim?.url).toBe(badge);
  });

  it('names each service once, and only hosts that are written out', () => {
    const ids = claimSenders.map(({ sourceId }) => sourceId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { links } of claimSenders)
      for (const { host } of links) expect([host.source.at(0), host.source.at(-1)]).toEqual(['^', '$']);
  });
});

const source = 'credly' as SourceId;
const claim = (openedAt: string, more: Partial<ClaimRow> = {}): ClaimRow => ({
  id: openedAt,
  sourceId: source,
  openedAt,
  resolvedAt: null,
  ...more,
});
const row = (addedAt: string, sourceId = source, state: 'public' | 'pending' = 'public') => ({
  addedAt,
  sourceId,
  state,
});

describe('waiting for a claimed badge', () => {
  it.each([
    ['nothing came', [], false],
    ['a badge of this source came', [row('2026-11-20T10:05:00Z')], true],
    ['a badge had been there before', [row('2026-11-20T09:00:00Z')], false],
    ['a badge of another source came', [row('2026-11-20T10:05:00Z', 'accredible' as SourceId)], false],
    ['what came waits itself', [row('2026-11-20T10:05:00Z', source, 'pending')], false],
  ])('ends when the badge came: %s', (_, rows, isAnswered) => {
    expect(isClaimAnswered(claim('2026-11-20T10:00:00Z'), rows)).toBe(isAnswered);
  });

  it('lists the latest first, without those that were answered or are a month old', () => {
    const claims = [
      claim('2026-09-01T10:00:00.000Z'),
      claim('2026-11-01T10:00:00.000Z'),
      claim('2026-11-19T10:00:00.000Z'),
      claim('2026-11-18T10:00:00.000Z', { resolvedAt: '2026-11-18T10:06:00.000Z' }),
    ];
    const waiting = waitingClaims(claims, [], new Date('2026-11-20T10:00:00Z'));
    expect(waiting.map(({ openedAt }) => openedAt.slice(0, 10))).toEqual(['2026-11-19', '2026-11-01']);
  });
});
