import { makeBackup } from '@/entrypoints/library/backup-make';
import { accountId, badgeId, type Badge, type SourceId } from '@/utils/badge';
import { openBackup } from '@/utils/backup-read';
import { db as ownDb, LapelPinDatabase, type BadgeRow } from '@/utils/db';
import { safeUrl } from '@/utils/html';
import { newRow } from '@/utils/library';
import { storeImports, type Import } from '@/utils/library-imports';
import { storePage } from '@/utils/library-pages';
import { newProgress } from '@/utils/library-pulls';
import { beginRestore, restoreParts } from '@/utils/restore';
import { commitRestore } from '@/utils/restore-commit';
import { fileAccount } from '@/utils/sources/file';

/*
 * What the bench runs in a page of the extension. Each function makes its rows first and takes the time of the storing
 * alone, into a database that is empty.
 */
const source = 'bench' as SourceId;
const owner = { id: accountId(source, 'bench'), sourceId: source, handle: 'bench', url: null };
const now = new Date('2026-11-23T10:00:00Z');
/** Badges stored at once: as a large page of a source, and as a group of imported files. */
const pageSize = 100;
const groupSize = 250;

/** About 2 kB, as Credly's are. */
function makeBadge(number: number, sourceId = source): Badge {
  const url = safeUrl(`https://badges.example/${number}`);
  return {
    id: badgeId(sourceId, String(number).padStart(64, '0')),
    sourceId,
    accountId: accountId(sourceId, sourceId === fileAccount.sourceId ? 'file' : 'bench'),
    achievement: {
      name: `Cloud Architect ${number}`,
      description: `Designs services that keep working when one part of them fails. `.repeat(8),
      criteria: [{ text: 'Passed the exam CA-200 in a supervised room. '.repeat(5), url }],
      skills: ['Networking', 'Resilience', 'Cost', 'Security'],
      type: 'Certification',
      level: 'Intermediate',
      url,
    },
    issuer: { id: 'northwind', name: 'Northwind Cloud Academy', url },
    recipientName: 'Haneul Kim',
    issuedOn: new Date(Date.UTC(2010, 0, 1) + (number % 6000) * 86_400_000).toISOString().slice(0, 10),
    expiresOn: null,
    evidence: [],
    state: 'public',
    pageUrl: url,
    imageUrl: safeUrl(`https://images.example/${number % 500}.png`),
    credentialId: String(number),
    knownAs: [`bench:${number}`],
    basis: 'record',
    renewableFrom: null,
  };
}

const rowOf = (badge: Badge): BadgeRow => ({
  ...badge,
  addedAt: now.toISOString(),
  isNew: 0,
  runId: 'bench',
  missingSince: null,
});

function makeImport(number: number): Import {
  const bytes = crypto.getRandomValues(new Uint8Array(4_000));
  const original = { name: `${number}.png`, mediaType: 'image/png', bytes, from: null };
  return { badge: makeBadge(number, fileAccount.sourceId), isWhole: true, original, picture: null };
}

const listOf = <T>(count: number, make: (number: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

function* groups<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Milliseconds that the work takes in a new database. */
async function timed(work: (db: LapelPinDatabase) => Promise<unknown>): Promise<number> {
  const db = new LapelPinDatabase(`bench-${crypto.randomUUID()}`);
  await db.open();
  const begun = performance.now();
  await work(db);
  const took = performance.now() - begun;
  await db.delete();
  return took;
}

const bench = {
  /** Our way of a pull. */
  pulls(count: number) {
    const pages = [
      ...groups(
        listOf(count, (number) => makeBadge(number)),
        pageSize,
      ),
    ];
    return timed(async (db) => {
      let account = { ...newRow(owner, now), progress: newProgress(now) };
      await db.accounts.put(account);
      for (const [index, badges] of pages.entries()) {
        const nextCursor = index + 1 < pages.length ? String(index + 1) : null;
        const page = { badges, statedTotal: count, nextCursor, asked: account.progress };
        const next = await storePage(owner.id, page, now, db);
        if (next?.progress) account = { ...next, progress: next.progress };
      }
      const stored = await db.badges.count();
      if (stored !== count) throw new Error(`${stored} of ${count}`);
    });
  },
  /** Rows of the same pages as Dexie puts them. */
  bare(count: number) {
    const pages = [
      ...groups(
        listOf(count, (number) => rowOf(makeBadge(number))),
        pageSize,
      ),
    ];
    return timed(async (db) => {
      for (const page of pages) await db.badges.bulkPut(page);
      await db.badges.count();
    });
  },
  /** Our way of keeping files. */
  imports(count: number) {
    const all = [...groups(listOf(count, makeImport), groupSize)];
    return timed(async (db) => {
      for (const group of all) await storeImports(group, now.toISOString(), now, db);
      const stored = await db.originals.count();
      if (stored !== count) throw new Error(`${stored} of ${count}`);
    });
  },
  /** The same rows and bytes as Dexie puts them, in as many transactions. */
  bareImports(count: number) {
    const all = [...groups(listOf(count, makeImport), groupSize)].map((group) => ({
      badges: group.map(({ badge }) => rowOf({ ...badge, accountId: fileAccount.id })),
      originals: group.map(({ badge: { id }, original }) => ({
        ...original,
        id,
        bytes: original.bytes.buffer,
        addedAt: now.toISOString(),
      })),
    }));
    return timed(async (db) => {
      for (const { badges, originals } of all) {
        await db.transaction('rw', db.badges, db.originals, async () => {
          await db.badges.bulkPut(badges);
          await db.originals.bulkPut(originals);
        });
      }
      await db.originals.count();
    });
  },
  async makeBackup(count: number) {
    for (const group of groups(listOf(count, makeImport), groupSize))
      await storeImports(group, now.toISOString(), now, ownDb);
    const begun = performance.now();
    file = await makeBackup({
      withPictures: true,
      passphrase: null,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    return performance.now() - begun;
  },
  backupSize: async () => file?.size ?? 0,
  restoreBackup(count: number) {
    return timed(async (db) => {
      if (!file) throw new Error('no backup');
      const { manifest, pieces } = await openBackup(file, '');
      const id = await beginRestore('replace', manifest.rowVersion, now, db);
      for await (const piece of pieces()) {
        if (piece.kind === 'damage') throw new Error(`damaged: ${piece.damage.what}`);
        await restoreParts(id, [piece.part], db);
      }
      await commitRestore(id, now, db);
      const stored = await db.originals.count();
      if (stored !== count) throw new Error(`${stored} of ${count}`);
    });
  },
};

let file: Blob | null = null;

export type LibraryBench = typeof bench;
Object.assign(globalThis, { bench });
