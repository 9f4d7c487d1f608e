import { beforeEach, describe, expect, it } from 'vitest';
import { badgeId, type BadgeId, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import type { WebUrl } from '@/utils/html';
import { findWholeImports, readOriginal, storeImports, type Import } from '@/utils/library-imports';
import { linkOf } from '@/utils/library-links';
import { removeImported, restoreImported } from '@/utils/library-removals';
import { newRow } from '@/utils/library';
import { fileAccount } from '@/utils/sources/file';
import { linksAccount } from '@/utils/sources/link-pages';
import { makeBadge } from './make-badge';

const then = new Date('2026-11-20T10:00:00Z');
const now = new Date('2026-11-22T12:00:00Z');
let db: LapelPinDatabase;
let count = 0;

beforeEach(() => {
  count += 1;
  db = new LapelPinDatabase(`imports-${count}`);
});

function makeImport(number: number, changes: Partial<Import['badge']> = {}, isWhole = true): Import {
  const bytes = new TextEncoder().encode(`badge ${number}`);
  const id = badgeId('file' as SourceId, String(number).padStart(32, '0'));
  const badge = makeBadge({ sourceId: 'file' as SourceId, imageUrl: null, pageUrl: null, ...changes, id });
  return {
    badge,
    isWhole,
    original: { name: `${number}.json`, mediaType: 'application/ld+json', bytes, from: null },
    picture: { mediaType: 'image/png', bytes: Uint8Array.of(number).buffer },
  };
}

const store = (imports: readonly Import[], at = now) => storeImports(imports, at.toISOString(), at, db);
const idOf = (number: number): BadgeId => makeImport(number).badge.id;

async function snapshot() {
  const [accounts, badges, originals, pictures] = await Promise.all([
    db.accounts.toArray(),
    db.badges.toArray(),
    db.originals.toArray(),
    db.pictures.toArray(),
  ]);
  return { accounts, badges, originals, pictures };
}

describe('storeImports', () => {
  it('takes two of one badge that come together for one, the whole before the other', async () => {
    const partly = makeImport(1, { pageUrl: null }, false);
    expect(await store([partly, makeImport(1), makeImport(2)])).toEqual(['added', 'added', 'added']);
    const { badges, originals } = await snapshot();
    expect([badges.length, originals.length]).toEqual([2, 2]);
    expect(await store([makeImport(1), makeImport(3)], new Date('2026-11-23T12:00:00Z'))).toEqual([
      'known',
      'added',
    ]);
  });

  it('says in a word of its own that there is no room, and keeps nothing by half', async () => {
    db.originals.hook('creating', () => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(store([makeImport(1)])).rejects.toMatchObject({ code: 'storage-full' });
    expect(await snapshot()).toEqual({ accounts: [], badges: [], originals: [], pictures: [] });
  });

  it('keeps badge, original and picture together, under one account', async () => {
    expect(await store([makeImport(1), makeImport(2)])).toEqual(['added', 'added']);
    const { accounts, badges, originals, pictures } = await snapshot();
    expect(accounts.map(({ id }) => id)).toEqual([fileAccount.id]);
    expect(badges.map(({ isNew, missingSince }) => [isNew, missingSince])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(new TextDecoder().decode(originals[0]?.bytes)).toBe('badge 1');
    expect(pictures).toHaveLength(2);
  });

  it('changes nothing when the same comes again', async () => {
    await store([makeImport(1)], then);
    const before = await snapshot();
    expect(await store([makeImport(1)])).toEqual(['known']);
    expect(await snapshot()).toEqual(before);
  });

  it('counts what came in since the user brought it as added, also when it is sent again', async () => {
    await store([makeImport(1)]);
    expect(await storeImports([makeImport(1)], then.toISOString(), now, db)).toEqual(['added']);
  });

  it('makes a badge whole that was not, and never less', async () => {
    const half = makeImport(1, { achievement: { ...makeBadge().achievement, description: '' } }, false);
    await store([half], then);
    expect((await findWholeImports([idOf(1)], db)).size).toBe(0);
    await store([makeImport(1)]);
    const whole = await db.badges.toArray();
    expect(whole[0]?.achievement.description).not.toBe('');
    expect(whole[0]?.addedAt).toBe(then.toISOString());
    await store([half]);
    expect(await db.badges.toArray()).toEqual(whole);
    expect((await findWholeImports([idOf(1)], db)).size).toBe(1);
  });

  it('stores nothing of a batch that does not fit', async () => {
    const full = makeImport(2);
    db.originals.hook('creating', (key) => {
      if (key === idOf(2)) throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(store([makeImport(1), full])).rejects.toMatchObject({ code: 'storage-full' });
    const { accounts, badges, originals, pictures } = await snapshot();
    expect([accounts, badges, originals, pictures].map(({ length }) => length)).toEqual([0, 0, 0, 0]);
  });

  it('does not put a picture over one that is there', async () => {
    const imageUrl = 'https://badges.northwind.example/navigator.png' as WebUrl;
    await store([makeImport(1, { imageUrl }), makeImport(2, { imageUrl })]);
    await store([makeImport(3, { imageUrl })]);
    const pictures = await db.pictures.toArray();
    expect(pictures.map(({ key }) => key)).toEqual([imageUrl]);
    expect(new Uint8Array(pictures[0]?.bytes ?? new ArrayBuffer())).not.toEqual(Uint8Array.of(3));
  });
});

describe('removeImported', () => {
  it('takes everything out, and puts everything back', async () => {
    await store([makeImport(1), makeImport(2)]);
    const before = await snapshot();
    const undo = await removeImported(idOf(1), db);
    expect(await readOriginal(idOf(1), db)).toBeNull();
    expect((await snapshot()).badges).toHaveLength(1);
    expect((await snapshot()).pictures).toHaveLength(1);
    await restoreImported(undo, db);
    await restoreImported(undo, db);
    expect(await snapshot()).toEqual(before);
  });

  it('takes the account away with its last badge', async () => {
    await store([makeImport(1)]);
    const undo = await removeImported(idOf(1), db);
    expect(await db.accounts.count()).toBe(0);
    await restoreImported(undo, db);
    expect(await db.accounts.count()).toBe(1);
  });

  it('leaves a picture that another badge shows', async () => {
    const imageUrl = 'https://badges.northwind.example/navigator.png' as WebUrl;
    await store([makeImport(1, { imageUrl }), makeImport(2, { imageUrl })]);
    await removeImported(idOf(1), db);
    expect(await db.pictures.count()).toBe(1);
  });

  it('takes a single link out, and refuses what a source lists', async () => {
    const link = 'https://school.example/b/1' as WebUrl;
    const other = 'https://school.example/b/2' as WebUrl;
    const account = newRow(linksAccount('school' as SourceId, [link, other]), now);
    const badge = makeBadge({ id: 'school:1' as BadgeId, sourceId: 'school' as SourceId, pageUrl: link });
    const row = {
      ...badge,
      accountId: account.id,
      addedAt: '',
      isNew: 0,
      runId: '',
      missingSince: null,
    } as const;
    await db.accounts.put(account);
    await db.badges.put(row);
    const undo = await removeImported(row.id, db);
    expect((await db.accounts.get(account.id))?.links).toEqual([other]);
    await restoreImported(undo, db);
    expect((await db.accounts.get(account.id))?.links).toEqual([other, link]);
    expect(linkOf(row, account)).toBe(link);
    await db.accounts.put({ ...account, handle: 'haneul-kim', links: [] });
    await expect(removeImported(row.id, db)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses a text that is none of its own', async () => {
    await expect(restoreImported('{}', db)).rejects.toMatchObject({ code: 'damaged-file' });
  });
});
