import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { badgeAddresses } from '@/utils/sources/addresses';
import { badgeSources } from '@/utils/sources/index';
import type { BadgeSource } from '@/utils/sources/source';
import { accountOf, fixtureFolder, ioOver, readAll, readFixture, serveFixture } from './source-fixture';

const now = new Date('2026-11-22T12:00:00Z');
const anyId = 'b0000000-0000-4000-8000-000000000001';

/** Ids as the source's own links name them; any other where it has none. */
function idsOf({ linkExamples, parseBadgeUrl }: BadgeSource): string[] {
  const ids = linkExamples.flatMap((link) => parseBadgeUrl(new URL(link)) ?? []);
  return ids.length > 0 ? [...new Set(ids)] : [anyId];
}

describe.each(badgeSources)('source $id', (source) => {
  it('has an id and a name of its own, and asks only for https hosts', () => {
    expect(source.id).toMatch(/^[a-z0-9-]+$/);
    expect(badgeSources.filter(({ id }) => id === source.id)).toHaveLength(1);
    expect(source.name.trim()).not.toBe('');
    for (const host of source.hosts) expect(host).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
  });

  it('says what users paste', () => {
    const hasNetwork = source.hosts.length > 0 || source.hostsOf !== undefined;
    if (hasNetwork) expect([...source.examples, ...source.linkExamples]).not.toEqual([]);
    else expect([...source.examples, ...source.linkExamples]).toEqual([]);
  });

  it.each(source.examples.map((example) => [example]))('is the only one that answers to %s', (example) => {
    const answering = badgeSources.filter((candidate) => candidate.parseAccount(example));
    expect(answering.map(({ id }) => id)).toEqual([source.id]);
    expect(source.parseAccount(example)).not.toHaveProperty('links');
  });

  it.each(source.linkExamples.map((link) => [link]))('is the only one that takes the badge at %s', (link) => {
    const taking = badgeSources.filter((candidate) => candidate.parseLink(new URL(link)));
    expect(taking.map(({ id }) => id)).toEqual([source.id]);
    expect(badgeSources.filter((candidate) => candidate.parseAccount(link))).toEqual([]);
    const kept = source.parseLink(new URL(link)) ?? '';
    expect(kept).toMatch(/^https:/);
    expect(decodeURIComponent(kept)).not.toMatch(/@|utm_/);
    expect(source.parseLink(new URL(kept)), 'what is kept is kept as it is').toBe(kept);
    const hosts = source.hostsOf?.(accountOf(source, kept)) ?? source.hosts;
    for (const host of hosts) expect(host).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
    expect(hosts).not.toEqual([]);
  });

  it('reads its recorded pages into the expected badges', async () => {
    if (source.isLocal) return expect(source.toBadges([], {} as Account)).toEqual([]);
    if (source.examples.length === 0 && source.linkExamples.length === 0)
      return expect(source.toBadges([], {} as Account).length).toBeGreaterThan(0);
    const fixture = readFixture(source);
    if (!fixture) throw new Error(`${source.id}: needs a fixture in ${fixtureFolder(source.id)}`);
    const account = accountOf(source, fixture.account);
    const badges = await readAll(source, account, ioOver(serveFixture(fixture), now));
    const expected: unknown = JSON.parse(readFileSync(`${fixtureFolder(source.id)}/badges.json`, 'utf8'));
    expect(badges).toEqual(expected);
  });

  it.each(idsOf(source))('reads back the id %s from the page address that it makes', (id) => {
    const page = source.badgePageUrl(id);
    if (page) expect(source.parseBadgeUrl(new URL(page))).toBe(id);
    else expect(source.assertionUrls(id)).toEqual([]);
  });

  it('tells content scripts what its addresses look like, where there is a record to check', () => {
    const known = badgeAddresses.find((addresses) => addresses.id === source.id);
    for (const id of idsOf(source)) {
      const page = source.assertionUrls(id).length > 0 ? source.badgePageUrl(id) : null;
      if (!page) return expect(known, `${source.id}: has nothing to check`).toBeUndefined();
      expect(known, `${source.id}: needs a line in utils/sources/addresses.ts`).toBeDefined();
      expect(
        known?.words.some((word) => page.includes(word)),
        `${source.id}: no word of ${page}`,
      ).toBe(true);
    }
  });

  it('refuses records of another format', () => {
    const [example] = [...source.examples, ...source.linkExamples];
    if (!example) return expect(source.hosts).toEqual([]);
    expect(() => source.toBadges([{ surprise: true }], accountOf(source, example))).toThrowError(/badge/);
  });
});
