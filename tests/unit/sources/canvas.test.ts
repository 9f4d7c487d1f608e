import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { canvas } from '@/utils/sources/canvas';
import { linksAccount } from '@/utils/sources/link-pages';
import { moodle } from '@/utils/sources/moodle';
import { safeUrl, type WebUrl } from '@/utils/html';
import { fakeIo } from '../fake-io';

const base = 'https://api.badgr.io/public';
const share = '9f1d2c3b4a5968778695a4b3c2d1e0f1';
const collection = canvas.parseAccount(`https://badgr.com/public/collections/${share}`) as Account;
const address = `${base}/collections/${share}?v=2_0&expand=badges.badge&expand=badges.badge.issuer`;
const assertion = (id: string, name: string) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id,
  issuedOn: '2026-03-02T08:15:30+00:00',
  verification: { type: 'HostedBadge' },
  recipient: { type: 'email', hashed: true, identity: `sha256$${'0'.repeat(64)}` },
  badge: { type: 'BadgeClass', name, issuer: { type: 'Issuer', name: 'Harbour University' } },
});

describe('canvas › a collection', () => {
  it('is one request for all of its badges, those of others included', async () => {
    const badges = [
      assertion(`${base}/assertions/kT3xQ9pLSGuy`, 'Coastal Data Analyst'),
      assertion('https://badges.northwind.example/a/1', 'Imported'),
    ];
    const page = await canvas.fetchRecords(collection, null, fakeIo({ [address]: { json: { badges } } }));
    expect(page).toMatchObject({ statedTotal: 2, nextCursor: null });
    const [own, other] = canvas.toBadges(page.records, collection);
    expect(own).toMatchObject({
      id: 'canvas:kT3xQ9pLSGuy',
      pageUrl: 'https://badgr.com/public/assertions/kT3xQ9pLSGuy',
      imageUrl: `${base}/assertions/kT3xQ9pLSGuy/image`,
    });
    expect(own?.knownAs).toContain('canvas:badges.parchment.com/kt3xq9plsguy');
    expect(other).toMatchObject({ pageUrl: 'https://badges.northwind.example/a/1', imageUrl: null });
  });

  it('may be empty, leaves out what is no badge, and says when none is', async () => {
    const read = async (badges: unknown[]) => {
      const page = await canvas.fetchRecords(collection, null, fakeIo({ [address]: { json: { badges } } }));
      return canvas.toBadges(page.records, collection);
    };
    expect(await read([])).toEqual([]);
    expect(await read([7, assertion(`${base}/assertions/kT3xQ9pLSGuy`, 'One')])).toHaveLength(1);
    await expect(read([7, {}])).rejects.toMatchObject({ code: 'bad-response' });
  });

  it('that is no longer shared is not there', async () => {
    await expect(
      canvas.fetchRecords(collection, null, fakeIo({ [address]: { status: 404 } })),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is another one in another region', () => {
    const other = canvas.parseAccount(`https://eu.badgr.com/public/collections/${share}`);
    expect(other?.id).not.toBe(collection.id);
    expect(other?.url).toBe(`https://eu.badgr.com/public/collections/${share}`);
  });
});

describe('canvas and moodle › permissions', () => {
  const hostsOf = (source: typeof canvas, ...links: string[]) =>
    source.hostsOf?.(
      linksAccount(
        source.id,
        links.map((link) => safeUrl(link) as WebUrl),
      ),
    );

  it('are asked for the region of a badge, and for the house to which it moved', () => {
    expect(hostsOf(canvas, 'https://eu.badgr.com/public/assertions/kT3xQ9pLSGuy')).toEqual([
      'https://api.eu.badgr.io/*',
      'https://api.eu.badges.parchment.com/*',
    ]);
    expect(hostsOf(canvas, 'https://badges.parchment.ca/public/assertions/kT3xQ9pLSGuy')).toEqual([
      'https://api.badges.parchment.ca/*',
    ]);
    expect(canvas.hostsOf?.(collection)).toEqual([
      'https://api.badgr.io/*',
      'https://api.badges.parchment.com/*',
    ]);
  });

  it('are asked for each Moodle by itself', () => {
    const hash = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d';
    const links = ['a.example', 'b.example'].map((host) => `https://${host}/badges/badge.php?hash=${hash}`);
    expect(hostsOf(moodle, ...links)).toEqual(['https://a.example/*', 'https://b.example/*']);
  });
});
