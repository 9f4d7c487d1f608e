import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupPart, RestoreMode } from '@/utils/backup';
import { accountId, badgeId, type BadgeId, type SourceId } from '@/utils/badge';
import { toBase64 } from '@/utils/base64';
import { LapelPinDatabase, type BadgeRow } from '@/utils/db';
import { newRow } from '@/utils/library';
import { abandonRestore, beginRestore, restoreParts } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import { makeBadge } from './make-badge';

const now = new Date('2026-11-23T10:00:00Z');
const credly = 'credly' as SourceId;
const account = (syncedAt: string | null = '2026-11-20T10:00:00.000Z') => ({
  ...newRow(
    { id: accountId(credly, 'haneul-kim'), sourceId: credly, handle: 'haneul-kim', url: null },
    new Date('2026-01-01T00:00:00Z'),
  ),
  label: 'Work',
  syncedAt,
});
const badge = (number: number, changes: Partial<BadgeRow> = {}): BadgeRow => ({
  ...makeBadge({ id: badgeId(credly, `record-${number}`) }),
  addedAt: '2026-05-01T00:00:00.000Z',
  isNew: 0,
  runId: 'run',
  missingSince: null,
  ...changes,
});
const original = (number: number, text = `original ${number}`) => ({
  id: `file:${number}`,
  name: `${number}.json`,
  mediaType: 'application/json',
  bytes: toBase64(new TextEncoder().encode(text)),
  from: null,
  addedAt: '2026-05-01T00:00:00.000Z',
});
let db: LapelPinDatabase;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new LapelPinDatabase(`restore-${count}`);
});

async function restore(mode: RestoreMode, parts: readonly BackupPart[], version = 5) {
  const id = await beginRestore(mode, version, now, db);
  await restoreParts(id, parts, db);
  return (await commitRestore(id, now, db)).report;
}

const whole: readonly BackupPart[] = [
  { table: 'accounts', rows: [account()] },
  { table: 'badges', rows: [badge(1), badge(2)] },
];

describe('restore', () => {
  it('touches nothing before the whole file is read', async () => {
    await db.badges.add(badge(9));
    const id = await beginRestore('replace', 5, now, db);
    await restoreParts(id, whole, db);
    expect(await db.badges.toCollection().primaryKeys()).toEqual([[badge(9).accountId, 'credly:record-9']]);
    await commitRestore(id, now, db);
    expect((await db.badges.toArray()).map(({ id: one }) => one)).toEqual([
      'credly:record-1',
      'credly:record-2',
    ]);
    expect(await db.restoring.count(), 'only what came of it').toBe(1);
  });

  it('says again what came of it, for a background may be stopped before it answers', async () => {
    const id = await beginRestore('replace', 5, now, db);
    await restoreParts(id, whole, db);
    const first = await commitRestore(id, now, db);
    await db.badges.add(badge(9));
    expect(await commitRestore(id, now, db)).toEqual(first);
    expect(await db.badges.count(), 'nothing is emptied again').toBe(3);
    await expect(restoreParts(id, whole, db)).rejects.toMatchObject({ code: 'cancelled' });
    await abandonRestore(db);
    expect([await db.restoring.count(), await db.badges.count()]).toEqual([0, 3]);
  });

  it('merges without taking anything away, and twice is as good as once', async () => {
    await db.badges.add(badge(9));
    await restore('merge', whole);
    const before = await db.badges.toArray();
    expect(before).toHaveLength(3);
    const report = await restore('merge', whole);
    expect(await db.badges.toArray()).toEqual(before);
    expect(report.written).toEqual({ accounts: 0, badges: 0 });
    expect(report.kept).toEqual({ accounts: 1, badges: 2 });
  });

  it('keeps what this library knows from a later pull, and takes what the file knows from one', async () => {
    await db.accounts.add(account('2026-11-21T10:00:00.000Z'));
    await db.badges.add(badge(1, { state: 'revoked' }));
    await restore('merge', whole);
    expect((await db.badges.get([badge(1).accountId, badge(1).id]))?.state).toBe('revoked');
    const later = [{ table: 'accounts', rows: [account('2026-11-22T10:00:00.000Z')] }, ...whole.slice(1)];
    await restore('merge', later);
    expect((await db.badges.get([badge(1).accountId, badge(1).id]))?.state).toBe('public');
  });

  it('never puts another original in the place of one that is there', async () => {
    await restore('merge', [{ table: 'originals', rows: [original(1)] }]);
    await restore('merge', [{ table: 'originals', rows: [original(1, 'something else')] }]);
    const bytes = (await db.originals.get('file:1' as BadgeId))?.bytes;
    expect(new TextDecoder().decode(bytes)).toBe('original 1');
  });

  it('leaves nothing behind when it is given up', async () => {
    const id = await beginRestore('merge', 5, now, db);
    await restoreParts(id, [...whole, { table: 'originals', rows: [original(1)] }], db);
    await abandonRestore(db);
    expect([await db.restoring.count(), await db.originals.count(), await db.badges.count()]).toEqual([
      0, 0, 0,
    ]);
    await expect(restoreParts(id, whole, db)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(commitRestore(id, now, db)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('lets no pull go on that was under way elsewhere', async () => {
    const progress = { runId: 'x' };
    await restore('replace', [
      { table: 'accounts', rows: [{ ...account(), progress, error: { code: 'x' } }] },
    ]);
    expect(await db.accounts.toArray()).toEqual([{ ...account(), stopped: null }]);
  });

  it('gives badges an account again when theirs was damaged', async () => {
    await restore('merge', whole.slice(1));
    expect(await db.accounts.toArray()).toMatchObject([{ id: 'credly:haneul-kim', handle: 'haneul-kim' }]);
  });

  it('reads rows of the first version of the database', async () => {
    const { knownAs: _, basis: __, renewableFrom: ___, ...old } = badge(1);
    const report = await restore('merge', [{ table: 'badges', rows: [old] }], 1);
    expect(report.damaged).toEqual([]);
    expect(await db.badges.toArray()).toMatchObject([{ knownAs: [], basis: 'record', renewableFrom: null }]);
  });
});

describe('a hostile backup', () => {
  const evil = badge(1) as unknown as Record<string, unknown>;
  const polluted = JSON.parse(
    `{"__proto__": {"isEvil": true}, ${JSON.stringify(badge(3)).slice(1)}`,
  ) as object;
  it.each([
    ['a script in an address', 'badges', { ...evil, pageUrl: 'javascript:alert(1)' }],
    ['an address without a lock', 'badges', { ...evil, imageUrl: 'http://plain.example/a.png' }],
    [
      'a name that is no text',
      'badges',
      { ...evil, achievement: { ...badge(1).achievement, name: { a: 1 } } },
    ],
    ['a state that nobody has', 'badges', { ...evil, state: 'verified' }],
    ['the name of another source', 'badges', { ...evil, id: 'other:1' }],
    [
      'five million skills',
      'badges',
      { ...evil, achievement: { ...badge(1).achievement, skills: Array(6000).fill('x') } },
    ],
    ['a text of a megabyte', 'badges', { ...evil, recipientName: 'x'.repeat(1_000_000) }],
    ['nothing', 'badges', null],
    ['bytes that are none', 'originals', { ...original(1), bytes: 'not base64!' }],
    ['a type of file that is markup', 'originals', { ...original(1), mediaType: 'text/html"><script>' }],
    ['a table that we have not', 'networkLog', { id: 1 }],
    ['a table of every object', 'constructor', { id: 1 }],
  ])('with %s is damaged there, and whole elsewhere', async (_, table, row) => {
    const report = await restore('merge', [
      { table, rows: [row] },
      { table: 'badges', rows: [badge(2)] },
    ]);
    expect(report.damaged).toHaveLength(1);
    expect((await db.badges.toArray()).map(({ id }) => id)).toEqual([badge(2).id]);
    expect(await db.originals.count()).toBe(0);
  });

  it('brings nothing along that a row does not have', async () => {
    await restore('merge', [{ table: 'badges', rows: [{ ...polluted, extra: 'x' }] }]);
    const [row] = await db.badges.toArray();
    expect(Object.keys(row ?? {}).toSorted()).toEqual(Object.keys(badge(3)).toSorted());
    expect(({} as { isEvil?: boolean }).isEvil).toBeUndefined();
  });
});
