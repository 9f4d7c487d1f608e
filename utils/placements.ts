import { isExpired, type BadgeId } from './badge';
import type { PlacementRow } from './db';
import type { Entry } from './entries';
import { knownAs } from './sources/known-as';

/** Why a line of the export is this badge. */
export type PlacementRule = 'address' | 'number' | 'award';

export interface Placed {
  readonly placement: PlacementRow;
  readonly rule: PlacementRule;
}

export interface Matching {
  /** By the id of the entry. */
  readonly placed: ReadonlyMap<BadgeId, Placed>;
  /** Lines that are none of the user's badges here. */
  readonly unknown: readonly PlacementRow[];
}

const rules: readonly (readonly [PlacementRule, (entry: Entry, placement: PlacementRow) => boolean])[] = [
  ['address', isSameAddress],
  ['number', isSameNumber],
  ['award', isSameAward],
];

/**
 * Which line of the export is which badge: by its address or the record behind it, then by the certificate's number, then by
 * name, issuer and month together. A stronger rule goes first for all, and a line or badge that has found its other is taken.
 */
export function matchPlacements(entries: readonly Entry[], placements: readonly PlacementRow[]): Matching {
  const placed = new Map<BadgeId, Placed>();
  let left = [...placements];
  for (const [rule, isSame] of rules) {
    left = left.filter((placement) => {
      const entry = entries.find((candidate) => !placed.has(candidate.id) && isSame(candidate, placement));
      if (entry) placed.set(entry.id, { placement, rule });
      return !entry;
    });
  }
  return { placed, unknown: left };
}

function isSameAddress({ proofs }: Entry, { url }: PlacementRow): boolean {
  const [key] = knownAs(url);
  if (!key) return false;
  return proofs.some(({ id, knownAs: names, pageUrl }) =>
    [id.toLowerCase(), ...names, ...knownAs(pageUrl)].includes(key),
  );
}

/** Short numbers are shared by many. */
const longEnough = 5;

function isSameNumber({ proofs, issuer }: Entry, { credentialId, issuerName }: PlacementRow): boolean {
  const number = credentialId?.trim().toLowerCase() ?? '';
  if (number.length < longEnough) return false;
  const isSame = proofs.some(
    (row) =>
      row.credentialId?.trim().toLowerCase() === number ||
      row.id.toLowerCase().endsWith(`:${number}`) ||
      row.knownAs.some((name) => name.endsWith(`#${number}`)),
  );
  return isSame && (issuerName === '' || isSameIssuer(issuer.name, issuerName) || number.length >= 12);
}

function isSameAward({ achievement, issuer, issuedOn, proofs }: Entry, placement: PlacementRow): boolean {
  if (placement.startedOn === null || plain(achievement.name) !== plain(placement.name)) return false;
  const months = [issuedOn, ...proofs.map((row) => row.issuedOn)].map((day) => day.slice(0, 7));
  return months.includes(placement.startedOn) && isSameIssuer(issuer.name, placement.issuerName);
}

/** "Northwind (NW)" and "Northwind Training" are written for the same company: one begins with the first words of the other. */
function isSameIssuer(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (!a || !b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 3 ? long.includes(short) || firstWord(one) === firstWord(other) : short === long;
}

function firstWord(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/u)?.[0] ?? name
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** What the export says about the user's badges as a whole. */
export interface PlacementSummary {
  readonly readAt: string;
  readonly on: readonly Entry[];
  /** Could be shown there: public and valid, and no line is theirs. */
  readonly missing: readonly Entry[];
  /** On the profile, and no longer valid. */
  readonly expired: readonly Entry[];
  readonly unknown: readonly PlacementRow[];
}

/** Null without an export. `today` is YYYY-MM-DD. */
export function sumUpPlacements(
  entries: readonly Entry[],
  placements: readonly PlacementRow[],
  today: string,
): PlacementSummary | null {
  const [first] = placements;
  if (!first) return null;
  const { placed, unknown } = matchPlacements(entries, placements);
  const isOver = (entry: Entry) =>
    entry.state === 'expired' || entry.state === 'revoked' || isExpired(entry, today);
  const on = entries.filter(({ id }) => placed.has(id));
  return {
    readAt: first.readAt,
    on,
    missing: entries.filter((entry) => !placed.has(entry.id) && entry.state === 'public' && !isOver(entry)),
    expired: on.filter(isOver),
    unknown,
  };
}
