import { beforeEach, describe, expect, it } from 'vitest';
import { accountId, badgeId, type Account, type BadgeId, type SourceId } from '@/utils/badge';
import { ownReference } from '@/utils/badge-links';
import { LapelPinDatabase } from '@/utils/db';
import { addAccount, removeAccount } from '@/utils/library';
import { readOriginal } from '@/utils/library-imports';
import type { BadgeSource } from '@/utils/sources/source';
import { pullAccount } from '@/utils/sync';
import { fakeIo } from './fake-io';
import { makeBadge } from './make-badge';

const sourceId = 'api' as SourceId;
const accountAt = (handle: string): Account => ({
  id: accountId(sourceId, handle),
  sourceId,
  handle,
  url: null,
});
const [one, other] = [accountAt('one'), accountAt('other')];
const start = new Date('2026-11-22T12:00:00Z');
const idOf = (name: string) => badgeId(sourceId, name);
const fileId = 'file:1' as BadgeId;
let db: LapelPinDatabase;

/** A list of badges, each with the text that proves it; null for one without. */
type Listed = Record<string, string | null>;

function sourceOf(listed: Listed, more: Partial<BadgeSource> = {}): BadgeSource {
  return {
    id: sourceId,
    fetchRecords: async () => ({ records: Object.keys(listed), statedTotal: null, nextCursor: null }),
    toBadges: (records, account) =>
      records.map((name) =>
        makeBadge({ id: idOf(String(name)), sourceId, accountId: account.id, pageUrl: null }),
      ),
    originals: (records) =>
      records.flatMap((name) => {
        const text = listed[String(name)];
        return text ? { id: idOf(String(name)), name: String(name), text } : [];
      }),
    ...more,
  } as Partial<BadgeSource> as BadgeSource;
}

const pull = (source: BadgeSource, account = one) =>
  pullAccount(account.id, { io: fakeIo({}), db, sources: [source], random: () => 0 });
async function texts(): Promise<Record<string, string>> {
  const rows = await db.originals.toArray();
  return Object.fromEntries(rows.map(({ id, bytes }) => [id, new TextDecoder().decode(bytes)]));
}

beforeEach(async () => {
  db = new LapelPinDatabase(`originals-${Math.random()}`);
  await addAccount(one, start, db);
  await addAccount(other, start, db);
  const bytes = new TextEncoder().encode('a file').slice().buffer;
  const file = { id: fileId, name: 'a.json', mediaType: 'application/json', from: null, addedAt: '' };
  await db.originals.add({ ...file, bytes });
});

describe('library › originals of listed badges', () => {
  it('come with the badges, and only where there are any', async () => {
    await pull(sourceOf({ token: 'eyJh.eyJi.YWJj', document: '{"ü":1}', hosted: null }));
    expect(await db.badges.count()).toBe(3);
    expect(await texts()).toEqual({
      [fileId]: 'a file',
      'api:token': 'eyJh.eyJi.YWJj',
      'api:document': '{"ü":1}',
    });
    expect(await readOriginal(idOf('token'), db)).toMatchObject({
      name: 'token',
      mediaType: 'application/jose',
      from: null,
    });
    expect((await readOriginal(idOf('document'), db))?.mediaType).toBe('application/json');
  });

  it('are written again only where they changed, and go when a record proves nothing any more', async () => {
    await pull(sourceOf({ a: 'first', b: 'same', c: 'gone soon' }));
    const written: string[] = [];
    db.originals.hook('updating', (_, key) => void written.push(key));
    db.originals.hook('creating', (key) => void written.push(key));
    await pull(sourceOf({ a: 'other', b: 'same', c: null }));
    expect(written).toEqual(['api:a']);
    expect(await texts()).toEqual({ [fileId]: 'a file', 'api:a': 'other', 'api:b': 'same' });
  });

  it('stay when the list no longer has their badge: it stays, too', async () => {
    await pull(sourceOf({ a: 'first', b: 'second' }));
    await pull(sourceOf({ b: 'second' }));
    expect(Object.keys(await texts())).toEqual(['api:a', 'api:b', fileId]);
  });

  it('are there with their rows or not at all', async () => {
    db.originals.hook('creating', () => {
      throw new Error('stopped');
    });
    await pull(sourceOf({ a: 'first' }));
    expect([await db.badges.count(), await db.originals.count()]).toEqual([0, 1]);
  });

  it('of a source never take the place of what a file brought, or of a badge of another page', async () => {
    const originals = () => [
      { id: fileId, name: 'x', text: 'forged' },
      { id: idOf('elsewhere'), name: 'x', text: 'forged' },
    ];
    const toBadges: BadgeSource['toBadges'] = (_, account) =>
      [fileId, idOf('a')].map((id) => makeBadge({ id, sourceId, accountId: account.id }));
    await pull(sourceOf({ a: null }, { originals, toBadges }));
    expect(await texts()).toEqual({ [fileId]: 'a file' });
  });

  it('of a source that keeps none are left alone', async () => {
    await pull(sourceOf({ a: 'first' }));
    const { originals: _, ...without } = sourceOf({ a: 'other' });
    await pull(without);
    expect((await texts())['api:a']).toBe('first');
  });
});

describe('library › forgetting an account', () => {
  it('takes originals along that no other account proves, and a pull brings them back', async () => {
    await pull(sourceOf({ a: 'first', b: 'second' }));
    await pull(sourceOf({ b: 'second' }), other);
    await removeAccount(one.id, db);
    expect(await texts()).toEqual({ [fileId]: 'a file', 'api:b': 'second' });
    await addAccount(one, start, db);
    await pull(sourceOf({ a: 'first', b: 'second' }));
    expect(await texts()).toEqual({ [fileId]: 'a file', 'api:a': 'first', 'api:b': 'second' });
  });
});

describe('library › forgetting what files brought', () => {
  it('leaves their originals, which nothing could bring back', async () => {
    await db.badges.add({
      ...makeBadge({ id: fileId, accountId: one.id }),
      addedAt: '',
      isNew: 0,
      runId: '',
      missingSince: null,
    });
    await removeAccount(one.id, db);
    expect([await db.badges.count(), await texts()]).toEqual([0, { [fileId]: 'a file' }]);
  });
});

describe('ownReference › a badge without a page', () => {
  it('is checked under its own id once it is kept with what proves it', () => {
    const badge = makeBadge({ id: idOf('urn:uuid:1'), sourceId, pageUrl: null });
    expect(ownReference(badge)).toBeNull();
    expect(ownReference(badge, true)).toEqual({ sourceId, id: 'urn:uuid:1' });
  });
});
