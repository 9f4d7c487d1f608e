import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import type { RecordPage } from '@/utils/sources/source';
import { badgeAddresses } from '@/utils/sources/addresses';
import { badgeSources } from '@/utils/sources/index';
import { fakeIo, type FakeAnswer } from '../fake-io';

/** What a source answered: one JSON document for each page of a list, or whole answers by their addresses. */
interface Fixture {
  readonly account: string;
  readonly pages?: readonly unknown[];
  readonly answers?: Record<string, FakeAnswer>;
}

const folder = (id: string) => `tests/fixtures/sources/${id}`;
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as never;

describe.each(badgeSources)('source $id', (source) => {
  it('has an id and a name of its own, and asks only for https hosts', () => {
    expect(source.id).toMatch(/^[a-z0-9-]+$/);
    expect(badgeSources.filter(({ id }) => id === source.id)).toHaveLength(1);
    expect(source.name.trim()).not.toBe('');
    for (const host of source.hosts) expect(host).toMatch(/^https:\/\/[a-z0-9.-]+\/\*$/);
  });

  it.each(source.examples.length > 0 ? source.examples : ['(none)'])(
    'is the only one that answers to %s',
    (example) => {
      if (example === '(none)')
        return expect(source.hosts, `${source.id}: a source with hosts needs examples`).toEqual([]);
      const answering = badgeSources
        .filter((candidate) => candidate.parseAccount(example))
        .map(({ id }) => id);
      expect(answering).toEqual([source.id]);
    },
  );

  it('reads its recorded pages into the expected badges', async () => {
    if (source.isLocal) return expect(source.toBadges([], {} as Account)).toEqual([]);
    if (source.examples.length === 0)
      return expect(source.toBadges([], {} as Account).length).toBeGreaterThan(0);
    const file = `${folder(source.id)}/input.json`;
    expect(existsSync(file), `${source.id}: needs at least one fixture in ${folder(source.id)}`).toBe(true);
    const { account: pasted, pages, answers } = readJson(file) as Fixture;
    const account = source.parseAccount(pasted);
    if (!account) throw new Error(`${source.id}: does not know its own fixture's account ${pasted}`);
    const records: unknown[] = [];
    let cursor: string | null = null;
    let index = 0;
    do {
      const io = fakeIo(answers ?? { '*': { json: pages?.[index] } });
      const read: RecordPage = await source.fetchRecords(account, cursor, io);
      records.push(...read.records);
      cursor = read.nextCursor;
      index += 1;
    } while (cursor !== null && index < (pages?.length ?? 20));
    expect(cursor, 'the last page ends the list').toBeNull();
    expect(source.toBadges(records, account)).toEqual(readJson(`${folder(source.id)}/badges.json`));
  });

  it('reads back the id of the page address that it makes', () => {
    const id = 'b0000000-0000-4000-8000-000000000001';
    const page = source.badgePageUrl(id);
    if (page) expect(source.parseBadgeUrl(new URL(page))).toBe(id);
    else expect(source.assertionUrls(id)).toEqual([]);
  });

  it('tells content scripts what its addresses look like', () => {
    const id = 'b0000000-0000-4000-8000-000000000001';
    const page = source.badgePageUrl(id);
    const known = badgeAddresses.find((addresses) => addresses.id === source.id);
    if (!page) return expect(known, `${source.id}: has no public pages`).toBeUndefined();
    expect(known, `${source.id}: needs a line in utils/sources/addresses.ts`).toBeDefined();
    expect(
      known?.words.some((word) => page.includes(word)),
      `${source.id}: no word of ${page}`,
    ).toBe(true);
  });

  it('refuses records of another format', () => {
    if (source.examples.length === 0) return expect(source.hosts).toEqual([]);
    const account = source.parseAccount(source.examples[0] ?? '') as Account;
    expect(() => source.toBadges([{ surprise: true }], account)).toThrowError(/badge/);
  });
});
