import { dayOf, isExpired } from './badge';
import { findEntry, type Entry } from './entries';
import type { PlaceKind, PlaceRow } from './placements-kept';
import type { KnownVerification } from './verification';

/**
 * How a badge stands where it was put, worst first.
 * - `revoked`, `expired`: by the source's word, the last check or its own last day; `private`: others cannot open it
 * - `unlisted`: its site no longer lists it, so its link may be dead; `unchecked`: it could not be reached when last asked
 * - `gone`: no longer in the library, so nothing is known; `renewed`: good, but a newer award stands in the library
 * - `expiring`: good for 60 more days at most
 */
export const placeHealths = [
  'revoked',
  'expired',
  'private',
  'unlisted',
  'unchecked',
  'gone',
  'renewed',
  'expiring',
  'fine',
] as const;
export type PlaceHealth = (typeof placeHealths)[number];

/** What helps: we replace it in the studio, the user replaces it by hand, takes it out, opens it to others, or looks at its page. */
export type PlaceRemedy =
  'replace-in-studio' | 'replace' | 'remove-in-studio' | 'remove' | 'publish' | 'look' | 'renew' | null;

/** One place with how it stands now. */
export interface PlaceReport {
  readonly place: PlaceRow;
  /** The badge; null when it is no longer in the library. */
  readonly entry: Entry | null;
  /** The newest award of the same, where there is one that is good. */
  readonly newer: Entry | null;
  readonly health: PlaceHealth;
  readonly remedy: PlaceRemedy;
}

/** Days before an expiry from which on it is told. */
export const expiringDays = 60;

/** The last checks, by the ids of the rows that were checked. */
export type LastChecks = ReadonlyMap<string, KnownVerification>;

/** Every place with how its badge stands, what needs a hand first, then the latest. `today` is YYYY-MM-DD. */
export function reportPlaces(
  places: readonly PlaceRow[],
  entries: readonly Entry[],
  checks: LastChecks,
  today: string,
): PlaceReport[] {
  const reports = places.map((place) => reportPlace(place, entries, checks, today));
  return reports.toSorted(
    (a, b) =>
      placeHealths.indexOf(a.health) - placeHealths.indexOf(b.health) ||
      order(b.place.placedOn, a.place.placedOn) ||
      order(a.place.id, b.place.id),
  );
}

/** True when the user should do something there. */
export function needsAttention({ health }: PlaceReport): boolean {
  return health !== 'fine' && health !== 'expiring';
}

function reportPlace(
  place: PlaceRow,
  entries: readonly Entry[],
  checks: LastChecks,
  today: string,
): PlaceReport {
  const entry = findEntry(entries, place.badgeId) ?? null;
  const newer = entry && findNewer(entry, entries, checks, today);
  const health = entry ? healthOf(entry, newer, checks, today) : 'gone';
  return { place, entry, newer, health, remedy: remedyOf(place.kind, health, newer) };
}

function healthOf(entry: Entry, newer: Entry | null, checks: LastChecks, today: string): PlaceHealth {
  const own = ownHealth(entry, checks, today);
  return newer && (own === 'fine' || own === 'expiring') ? 'renewed' : own;
}

function ownHealth(entry: Entry, checks: LastChecks, today: string): PlaceHealth {
  const verdict = lastVerdict(entry, checks);
  if (entry.state === 'revoked' || verdict === 'revoked') return 'revoked';
  if (entry.state === 'expired' || verdict === 'expired' || isExpired(entry, today)) return 'expired';
  if (entry.state === 'private' || entry.state === 'pending') return 'private';
  if (entry.missingSince !== null) return 'unlisted';
  if (verdict === 'unverifiable') return 'unchecked';
  return entry.expiresOn !== null && entry.expiresOn <= addDays(today, expiringDays) ? 'expiring' : 'fine';
}

/** What the last of the badge's checks said; a proof that was never checked says nothing. */
function lastVerdict({ proofs }: Entry, checks: LastChecks): string | null {
  const found = proofs.flatMap(({ id }) => checks.get(id) ?? []);
  const last = found.toSorted((a, b) => order(b.verification.checkedAt, a.verification.checkedAt))[0];
  return last?.verification.verdict ?? null;
}

/** Renewals follow each other: the newest of them that is good. */
function findNewer(entry: Entry, entries: readonly Entry[], checks: LastChecks, today: string): Entry | null {
  let best: Entry | null = null;
  const seen = new Set<string>([entry.id]);
  for (let current: Entry | undefined = entry; current;) {
    const link: Entry['related'][number] | undefined = current.related.find(
      ({ kind }) => kind === 'renewed-by',
    );
    current = link && !seen.has(link.id) ? findEntry(entries, link.id) : undefined;
    if (!current) break;
    seen.add(current.id);
    const health = ownHealth(current, checks, today);
    if (health === 'fine' || health === 'expiring') best = current;
  }
  return best;
}

function remedyOf(kind: PlaceKind, health: PlaceHealth, newer: Entry | null): PlaceRemedy {
  if (health === 'fine' || health === 'gone') return null;
  if (newer) return kind === 'signature' ? 'replace-in-studio' : 'replace';
  if (health === 'revoked' || health === 'expired')
    return kind === 'signature' ? 'remove-in-studio' : 'remove';
  if (health === 'private') return 'publish';
  return health === 'expiring' ? 'renew' : 'look';
}

/** A day some days later. Noon, so that no change of the clock moves it. */
function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00`);
  moment.setDate(moment.getDate() + days);
  return dayOf(moment);
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
