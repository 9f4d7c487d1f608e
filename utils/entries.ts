import type { BadgeBasis, BadgeId, BadgeState } from './badge';
import type { BadgeRow, MergeChoiceRow } from './db';
import { joinNodes, order, type Node } from './entry-joins';
import { findRelated } from './renewals';
import { isWholeTranscript } from './sources/microsoft-learn-addresses';

/** Why two rows are one badge. */
export type JoinRule = 'same-record' | 'known-as' | 'same-award' | 'chosen';

export interface Join {
  readonly rule: JoinRule;
  readonly ids: readonly [BadgeId, BadgeId];
  /** What both have, for the words in the UI: an id, a number, or empty. */
  readonly shared: string;
}

/** Another award of the same achievement: an earlier or later one (renewed), or one of another level. */
export interface Related {
  readonly id: BadgeId;
  readonly kind: 'renewed-by' | 'renewal-of' | 'other-level';
}

/**
 * One badge as the library shows it: what its best row says, filled up from the others, with all rows that prove it. A
 * view that is computed, never stored: so nothing can be lost by it, and taking a choice back is all there is to undo.
 */
export interface Entry extends BadgeRow {
  /** Every row, best first; the first gave the entry its id. */
  readonly proofs: readonly BadgeRow[];
  readonly joins: readonly Join[];
  readonly related: readonly Related[];
}

/**
 * The rows of the library as entries, newest first. The same rows and choices give the same entries, in whatever order they
 * come: rows are put in order first, and each rule goes through names and buckets in order.
 */
export function toEntries(rows: readonly BadgeRow[], choices: readonly MergeChoiceRow[]): Entry[] {
  const nodes = toNodes(rows);
  const { groups, joins } = joinNodes(nodes, choices);
  const proofs = new Map<BadgeId, BadgeRow[]>();
  for (const { id, rows: own } of nodes) {
    const group = groups.of(id);
    const list = proofs.get(group);
    if (list) list.push(...own);
    else proofs.set(group, [...own]);
  }
  const why = Map.groupBy(joins, ({ ids }) => groups.of(ids[0]));
  const entries = [...proofs].map(([group, all]) => toEntry(all, why.get(group) ?? []));
  return findRelated(entries).toSorted(byDay);
}

/** The entry that an id means: any of its rows' ids will do, so what was chosen once is still found after a merge. */
export function findEntry(entries: readonly Entry[], id: BadgeId): Entry | undefined {
  return entries.find((entry) => entry.id === id || entry.proofs.some((row) => row.id === id));
}

/** Newest first; the same day by id, so that the order never jumps. */
export function byDay(a: BadgeRow, b: BadgeRow): number {
  return order(b.issuedOn, a.issuedOn) || order(b.id, a.id);
}

function toNodes(rows: readonly BadgeRow[]): Node[] {
  const byId = new Map<BadgeId, BadgeRow[]>();
  for (const row of rows) {
    const list = byId.get(row.id);
    if (list) list.push(row);
    else byId.set(row.id, [row]);
  }
  const nodes = [...byId].map(([id, own]) => ({ id, rows: own.length > 1 ? own.toSorted(byTrust) : own }));
  return nodes.toSorted((a, b) => order(a.id, b.id));
}

const basisRank: Readonly<Record<BadgeBasis, number>> = { record: 0, copy: 2, page: 3 };

/** How much a row's word counts: the platform's record before a file, a copy, a page; what is still listed before the rest. */
function rankOf(row: BadgeRow): number {
  const basis = row.sourceId === 'file' ? 1 : basisRank[row.basis];
  return basis * 2 + (row.missingSince === null ? 0 : 1);
}

function byTrust(a: BadgeRow, b: BadgeRow): number {
  return rankOf(a) - rankOf(b) || order(a.id, b.id) || order(a.accountId, b.accountId);
}

function toEntry(rows: readonly BadgeRow[], joins: readonly Join[]): Entry {
  const proofs = rows.length > 1 ? rows.toSorted(byTrust) : rows;
  // A group has at least the row that made it.
  const lead = proofs[0] as BadgeRow;
  if (proofs.length === 1) return { ...lead, proofs, joins, related: [] };
  return {
    ...lead,
    ...filledUp(lead, proofs),
    proofs,
    joins: [...sameRecord(proofs), ...joins],
    related: [],
  };
}

/** Several accounts that list the same record. */
function sameRecord(proofs: readonly BadgeRow[]): Join[] {
  const repeated = proofs.filter(({ id }, index) => proofs.findIndex((row) => row.id === id) < index);
  return repeated.map(({ id }) => ({ rule: 'same-record', ids: [id, id], shared: '' }));
}

function filledUp(lead: BadgeRow, proofs: readonly BadgeRow[]): Partial<BadgeRow> {
  const first = <T>(get: (row: BadgeRow) => T | null): T | null =>
    proofs.map(get).find((value) => value !== null && value !== '') ?? null;
  const all = <T>(get: (row: BadgeRow) => readonly T[]) =>
    proofs.map(get).find((list) => list.length > 0) ?? [];
  const { achievement } = lead;
  return {
    achievement: {
      ...achievement,
      description: first((row) => row.achievement.description) ?? '',
      criteria: all((row) => row.achievement.criteria),
      skills: [...new Set(proofs.flatMap((row) => row.achievement.skills))],
      type: first((row) => row.achievement.type),
      level: first((row) => row.achievement.level),
      url: first((row) => row.achievement.url),
    },
    recipientName: first((row) => row.recipientName),
    expiresOn: first((row) => row.expiresOn),
    renewableFrom: first((row) => row.renewableFrom),
    evidence: all((row) => row.evidence),
    state: stateOf(proofs),
    pageUrl:
      first((row) => (isPublic(row) && showsOne(row) ? row.pageUrl : null)) ??
      first((row) => (isPublic(row) ? row.pageUrl : null)) ??
      first((row) => row.pageUrl),
    imageUrl:
      first((row) => (isMailPicture(row.imageUrl) ? row.imageUrl : null)) ?? first((row) => row.imageUrl),
    credentialId: first((row) => row.credentialId),
    knownAs: [...new Set(proofs.flatMap((row) => row.knownAs))].toSorted(),
    isNew: proofs.every((row) => row.isNew === 1) ? 1 : 0,
    missingSince: proofs.every((row) => row.missingSince !== null) ? lead.missingSince : null,
  };
}

/** Worst first, of what the most trusted kind of proof says; below that a page that anybody can open is worth most. */
const states: readonly BadgeState[] = [
  'revoked',
  'expired',
  'public',
  'private',
  'pending',
  'retired',
  'link-only',
];

/** A record's word on being taken back or over stands; what a copy or a page says of that is shown at that proof alone. */
function stateOf(proofs: readonly BadgeRow[]): BadgeState {
  const listed = proofs.filter((row) => row.missingSince === null);
  const hasOthers = proofs.some(({ sourceId, basis }) => sourceId !== 'file' && basis === 'record');
  const hasPage = proofs.some(({ pageUrl }) => pageUrl !== null);
  const told = (listed.length > 0 ? listed : proofs).filter((row) => {
    // A file is nobody's page: it must not make another proof's private page look open to all.
    if (row.state === 'public') return row.pageUrl !== null || !hasPage;
    const isRecord = row.basis === 'record' && (row.sourceId !== 'file' || !hasOthers);
    return isRecord || (row.state !== 'revoked' && row.state !== 'expired');
  });
  return states.find((state) => told.some((row) => row.state === state)) ?? 'unknown';
}

function isPublic(row: BadgeRow): boolean {
  if (row.missingSince !== null) return false;
  return row.state === 'public' || (row.state === 'unknown' && row.sourceId !== 'file');
}

/** A page of this badge, not of all that somebody earned. */
function showsOne({ pageUrl }: BadgeRow): boolean {
  return pageUrl !== null && !isWholeTranscript(new URL(pageUrl));
}

/** Mail shows pictures at an address, and no SVG (facts on the product, 4.1). */
function isMailPicture(url: string | null): boolean {
  return url !== null && !/\.svg(?:$|[?#])/i.test(url);
}
