import type { Badge, BadgeId } from './badge';
import type { LapelPinDatabase, OriginalRow } from './db';
import type { Original } from './sources/source';

/**
 * Keeps what the badges of a page are proven by, within the transaction that stores them. What did not change is not written
 * again; a badge whose record no longer proves itself loses what it had. Never touches what a file brought.
 */
export async function putOriginals(
  badges: readonly Pick<Badge, 'id' | 'sourceId'>[],
  originals: readonly Original[],
  now: Date,
  db: LapelPinDatabase,
): Promise<void> {
  // A source speaks for its own badges of this page alone.
  const own = badges.filter(({ id, sourceId }) => id.startsWith(`${sourceId}:`) && !isOfFile(id));
  const ids = [...new Set(own.map(({ id }) => id))];
  const brought = new Map(originals.map((original) => [original.id, original] as const));
  const known = await db.originals.bulkGet(ids);
  const changed = ids.flatMap((id, index) => {
    const original = brought.get(id);
    const row = original && toRow(original, known[index], now);
    return row && !isSame(row, known[index]) ? row : [];
  });
  await db.originals.bulkPut(changed);
  await db.originals.bulkDelete(ids.filter((id, index) => known[index] && !brought.has(id)));
}

/**
 * Removes the originals of badges that no account has any more. To be called when their rows are gone. What a file brought
 * cannot be fetched again, and goes only by `removeImported`, which can be undone.
 */
export async function dropOriginals(ids: readonly BadgeId[], db: LapelPinDatabase): Promise<void> {
  const kept = await db.badges
    .where('id')
    .anyOf([...ids])
    .toArray();
  const still = new Set(kept.map(({ id }) => id));
  await db.originals.bulkDelete(ids.filter((id) => !still.has(id) && !isOfFile(id)));
}

function toRow({ id, name, text }: Original, known: OriginalRow | undefined, now: Date): OriginalRow {
  const bytes = new TextEncoder().encode(text).slice().buffer;
  const mediaType = text.trimStart().startsWith('{') ? 'application/json' : 'application/jose';
  return { id, name, mediaType, bytes, from: null, addedAt: known?.addedAt ?? now.toISOString() };
}

function isSame(row: OriginalRow, known: OriginalRow | undefined): boolean {
  if (!known || known.bytes.byteLength !== row.bytes.byteLength || known.name !== row.name) return false;
  const [one, other] = [new Uint8Array(row.bytes), new Uint8Array(known.bytes)];
  return one.every((byte, index) => byte === other[index]);
}

function isOfFile(id: BadgeId): boolean {
  return id.startsWith('file:');
}
