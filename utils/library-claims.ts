import type { SourceId } from './badge';
import { isClaimAnswered } from './claims';
import { db as defaultDb, type ClaimRow, type PlacementRow } from './db';

/** Keeps that a claim page was opened. False when it is known already: then the user has come back from it. */
export async function openClaim(
  { sourceId, digest }: { sourceId: SourceId; digest: string },
  now: Date,
  db = defaultDb,
): Promise<boolean> {
  return db.transaction('rw', db.claims, async () => {
    if (await db.claims.get(digest)) return false;
    await db.claims.add({ id: digest, sourceId, openedAt: now.toISOString(), resolvedAt: null });
    return true;
  });
}

/** Closes the claims whose badge has come; gives those that still wait. */
export async function settleClaims(now: Date, db = defaultDb): Promise<ClaimRow[]> {
  return db.transaction('rw', db.claims, db.badges, async () => {
    const open = (await db.claims.toArray()).filter(({ resolvedAt }) => resolvedAt === null);
    if (open.length === 0) return [];
    const first = open.map(({ openedAt }) => openedAt).toSorted()[0] ?? '';
    const later = await db.badges.filter(({ addedAt }) => addedAt > first).toArray();
    const done = open.filter((claim) => isClaimAnswered(claim, later));
    await db.claims.bulkPut(done.map((claim) => ({ ...claim, resolvedAt: now.toISOString() })));
    return open.filter((claim) => !done.includes(claim));
  });
}

/** The user no longer waits for it. */
export async function dropClaim(id: string, db = defaultDb): Promise<void> {
  await db.claims.delete(id);
}

/** What an export says now stands in place of what an earlier one said. */
export async function replacePlacements(rows: readonly PlacementRow[], db = defaultDb): Promise<void> {
  await db.transaction('rw', db.placements, async () => {
    await db.placements.clear();
    await db.placements.bulkPut([...rows]);
  });
}

export async function clearPlacements(db = defaultDb): Promise<void> {
  await db.placements.clear();
}
