import { isExpired, type BadgeId } from './badge';
import type { PlacementRow } from './db';
import type { Entry } from './entries';
import { matchPlacements } from './placements';
import type { PlaceRow } from './placements-kept';

/**
 * Guided entries of a LinkedIn profile, one after another. LinkedIn keeps the order in which entries were added and
 * sorts them by nothing else, so the oldest badge goes first.
 */
export interface LinkedInQueue {
  /** Fixed when it begins: what comes in later waits for the next. */
  readonly badges: readonly BadgeId[];
  /** Which one is at work; as many as there are badges at the end. */
  readonly at: number;
  readonly steps: readonly QueueStep[];
}

/** What became of the badges before `at`, in their order. */
export interface QueueStep {
  readonly badgeId: BadgeId;
  readonly outcome: 'added' | 'skipped';
  /** The note of the place that this step made; null for a badge that had one, or was skipped. */
  readonly placeId: string | null;
}

/** What a queue could be made of. */
export interface QueueCandidates {
  /** Good ones, the oldest first. */
  readonly good: readonly Entry[];
  /** Expired ones, the oldest first: whoever adds them shows that they are over. */
  readonly expired: readonly Entry[];
  /** How many are on the profile already, by the data export or by the user's own word. */
  readonly onProfile: number;
}

/** Sorts the library's badges for a queue; what has not been accepted, or was taken back, is none. `today` is YYYY-MM-DD. */
export function findCandidates(
  entries: readonly Entry[],
  placements: readonly PlacementRow[],
  places: readonly PlaceRow[],
  today: string,
): QueueCandidates {
  const { placed } = matchPlacements(entries, placements);
  const told = new Set(places.filter(({ kind }) => kind === 'linkedin').map(({ badgeId }) => badgeId));
  const isOn = (entry: Entry) => placed.has(entry.id) || entry.proofs.some(({ id }) => told.has(id));
  const isOver = (entry: Entry) => entry.state === 'expired' || isExpired(entry, today);
  const open = entries
    .filter((entry) => !isOn(entry) && entry.achievement.name !== '')
    .filter(({ state }) => state !== 'pending' && state !== 'revoked')
    .toSorted(byAge);
  return {
    good: open.filter((entry) => !isOver(entry)),
    expired: open.filter(isOver),
    onProfile: entries.filter(isOn).length,
  };
}

function byAge(one: Entry, other: Entry): number {
  if (one.issuedOn !== other.issuedOn) return one.issuedOn < other.issuedOn ? -1 : 1;
  return one.achievement.name.localeCompare(other.achievement.name);
}

/** A queue of these badges, at its beginning, in the order of their days. */
export function startQueue(entries: readonly Entry[]): LinkedInQueue {
  return { badges: entries.toSorted(byAge).map(({ id }) => id), at: 0, steps: [] };
}

/** The queue behind its present badge. */
export function withStep(
  queue: LinkedInQueue,
  outcome: QueueStep['outcome'],
  placeId: string | null,
): LinkedInQueue {
  const badgeId = queue.badges[queue.at];
  if (badgeId === undefined) return queue;
  return { ...queue, at: queue.at + 1, steps: [...queue.steps, { badgeId, outcome, placeId }] };
}

/** The queue before its last step, and that step, whose place is to be forgotten; null at the beginning. */
export function withoutStep(
  queue: LinkedInQueue,
): { readonly queue: LinkedInQueue; readonly step: QueueStep } | null {
  const step = queue.steps.at(-1);
  if (!step) return null;
  return { queue: { ...queue, at: queue.at - 1, steps: queue.steps.slice(0, -1) }, step };
}

/** A queue of those that were skipped; null when none was. */
export function ofSkipped({ steps }: LinkedInQueue): LinkedInQueue | null {
  const badges = steps.filter(({ outcome }) => outcome === 'skipped').map(({ badgeId }) => badgeId);
  return badges.length > 0 ? { badges, at: 0, steps: [] } : null;
}

/** The same without badges that have left the library since: what was done with the others stands. */
export function inLibrary(queue: LinkedInQueue, entries: readonly Entry[]): LinkedInQueue {
  const known = new Set(entries.flatMap(({ proofs }) => proofs.map(({ id }) => id)));
  const badges = queue.badges.filter((id) => known.has(id));
  if (badges.length === queue.badges.length) return queue;
  const steps = queue.steps.filter(({ badgeId }) => known.has(badgeId));
  return { badges, at: steps.length, steps };
}
