import type { BadgeId } from './badge';
import type { MergeChoiceRow } from './db';
import type { Entry } from './entries';
import { issuerKey, plainName } from './entry-names';

/** Another entry that may be the same badge: alike but for the day or the person, or kept apart by the user. */
export interface Candidate {
  readonly entry: Entry;
  /** The user's word that keeps them apart; null when no rule was sure enough. */
  readonly keptApart: MergeChoiceRow | null;
}

/** Days between two prints of one award that are still worth asking about. */
const nearDays = 31;
const dayMs = 24 * 60 * 60 * 1000;

/** What the user may want to join with an entry, the ones kept apart first. Few: a list of all awards helps nobody. */
export function findCandidates(
  entry: Entry,
  entries: readonly Entry[],
  choices: readonly MergeChoiceRow[],
): Candidate[] {
  const others = entries.filter((other) => other.id !== entry.id);
  const apart = others.flatMap((other): Candidate[] => {
    const keptApart = choices.find((choice) => choice.choice === 'apart' && isBetween(choice, entry, other));
    return keptApart ? [{ entry: other, keptApart }] : [];
  });
  const similar = others.filter(
    (other) => !apart.some((candidate) => candidate.entry === other) && isSimilar(entry, other),
  );
  return [...apart, ...similar.map((other) => ({ entry: other, keptApart: null }))].slice(0, 5);
}

/** The other proofs of an entry, from which one row must be kept apart so that no third one brings it back. */
export function otherIds(entry: Entry, id: BadgeId): BadgeId[] {
  return [...new Set(entry.proofs.map((row) => row.id))].filter((other) => other !== id);
}

function isBetween({ ids }: MergeChoiceRow, one: Entry, other: Entry): boolean {
  const has = (entry: Entry, id: BadgeId) => entry.proofs.some((row) => row.id === id);
  return (has(one, ids[0]) && has(other, ids[1])) || (has(one, ids[1]) && has(other, ids[0]));
}

/** The same issuer and achievement about the same time, from sources that do not list both. */
function isSimilar(one: Entry, other: Entry): boolean {
  if (plainName(one.achievement.name) !== plainName(other.achievement.name)) return false;
  if (issuerKey(one.issuer.name) !== issuerKey(other.issuer.name)) return false;
  const accounts = new Set(one.proofs.map((row) => row.accountId));
  if (other.proofs.some((row) => accounts.has(row.accountId))) return false;
  return Math.abs(Date.parse(one.issuedOn) - Date.parse(other.issuedOn)) <= nearDays * dayMs;
}
