import type { BadgeId } from './badge';
import { db as defaultDb } from './db';

/** Keeps the user's word on two badges in place of an earlier one; null takes it back, so that the rules decide again. */
export async function storeMergeChoice(
  ids: readonly [BadgeId, BadgeId],
  choice: 'together' | 'apart' | null,
  now: Date,
  db = defaultDb,
): Promise<void> {
  const [one, other] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
  const key = `${one} ${other}`;
  if (choice === null) await db.mergeChoices.delete(key);
  else if (one !== other)
    await db.mergeChoices.put({ key, ids: [one, other], choice, at: now.toISOString() });
}
