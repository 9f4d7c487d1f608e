import type { Badge, BadgeId } from './badge';
import type { BadgeRow, SyncChanges, SyncProgress, SyncSummary } from './db';

/** How many names a summary keeps of each kind; the counts are whole. */
const idLimit = 50;

export const noChanges: SyncChanges = { added: 0, changed: 0, ids: { added: [], changed: [] } };

/** What stands on a badge that the user can see. The rest (names for machines, the run) may change unnoticed. */
const visible = [
  'achievement',
  'issuer',
  'recipientName',
  'issuedOn',
  'expiresOn',
  'evidence',
  'state',
  'pageUrl',
  'credentialId',
  'renewableFrom',
] as const satisfies readonly (keyof Badge)[];

/** True when the user would see a difference. An address of a picture is compared without its query: some are signed anew each time. */
export function isChanged(before: BadgeRow, after: Badge): boolean {
  if (before.missingSince !== null) return true;
  if (visible.some((name) => !isSame(before[name], after[name]))) return true;
  return withoutQuery(before.imageUrl) !== withoutQuery(after.imageUrl);
}

/** The changes with those of one more page; `known` are the rows as they were, in the order of the badges. */
export function addPage(
  { changes, runId }: SyncProgress,
  badges: readonly Badge[],
  known: readonly (BadgeRow | undefined)[],
): SyncChanges {
  // The same badge twice in one list is still one badge.
  const seen = new Set<BadgeId>();
  const added: BadgeId[] = [];
  const changed: BadgeId[] = [];
  for (const [index, badge] of badges.entries()) {
    const before = known[index];
    if (seen.has(badge.id) || before?.runId === runId) continue;
    seen.add(badge.id);
    if (!before) added.push(badge.id);
    else if (isChanged(before, badge)) changed.push(badge.id);
  }
  return {
    added: changes.added + added.length,
    changed: changes.changed + changed.length,
    ids: {
      added: [...changes.ids.added, ...added].slice(0, idLimit),
      changed: [...changes.ids.changed, ...changed].slice(0, idLimit),
    },
  };
}

/** What to tell the user after a pull: what it changed, or still what an earlier one did when it changed nothing. */
export function toSummary(
  before: SyncSummary | null,
  changes: SyncChanges,
  goneIds: readonly BadgeId[],
  now: Date,
): SyncSummary {
  const gone = goneIds.length;
  if (before && changes.added + changes.changed + gone === 0) return before;
  return { ...changes, gone, goneIds: goneIds.slice(0, idLimit), at: now.toISOString() };
}

/** Compares what can be stored: plain objects, lists and simple values. The order of an object's members means nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return left.length === right.size && left.every(([name, value]) => isSame(value, right.get(name)));
}

function withoutQuery(address: string | null): string | null {
  return address?.replace(/[?#].*$/, '') ?? null;
}
