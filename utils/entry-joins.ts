import { linksHandle, accountId, type AccountId, type BadgeId } from './badge';
import type { BadgeRow, MergeChoiceRow } from './db';
import { issuerKey, plainName, recipientKey, scriptOf } from './entry-names';
import { createGroups, type Groups } from './entry-groups';
import type { Join, JoinRule } from './entries';

/** Rows of one id, and what they say together. The unit that is joined: rows of one id are one badge by themselves. */
export interface Node {
  readonly id: BadgeId;
  readonly rows: readonly BadgeRow[];
}

/** A name that so many different badges go by names none of them. */
const crowd = 20;

/** Joins nodes by the rules, the surest first, and returns the groups with what joined them. */
export function joinNodes(
  nodes: readonly Node[],
  choices: readonly MergeChoiceRow[],
): { groups: Groups; joins: readonly Join[] } {
  const groups = createGroups(
    nodes.map(({ id }) => id),
    choices.filter(({ choice }) => choice === 'apart').map(({ ids }) => ids),
  );
  const joins: Join[] = [];
  const members = new Map<BadgeId, readonly Node[]>(nodes.map((node) => [node.id, [node]]));
  const both = (one: BadgeId, other: BadgeId) =>
    [groups.of(one), groups.of(other)].flatMap((group) => members.get(group) ?? []);
  const join = (rule: JoinRule, one: BadgeId, other: BadgeId, shared: string) => {
    const all = both(one, other);
    if (!groups.join(one, other)) return;
    members.set(groups.of(one), all);
    joins.push({ rule, ids: [one, other], shared });
  };
  // A third one, least of all a file that claims two names, is no bridge between two awards of one list.
  const joinUnlessListed: JoinFunction = (rule, one, other, shared) => {
    if (groups.of(one) !== groups.of(other) && !listsTwo(both(one, other), groups))
      join(rule, one, other, shared);
  };
  joinChosen(choices, join);
  joinKnown(nodes, joinUnlessListed);
  joinAwards(nodes, groups, joinUnlessListed);
  return { groups, joins };
}

type JoinFunction = (rule: JoinRule, one: BadgeId, other: BadgeId, shared: string) => void;

/** The user's word; of two that contradict each other, the later one. */
function joinChosen(choices: readonly MergeChoiceRow[], join: JoinFunction): void {
  const together = choices.filter(({ choice }) => choice === 'together');
  for (const { ids } of together.toSorted((a, b) => order(b.at, a.at) || order(a.key, b.key)))
    join('chosen', ids[0], ids[1], '');
}

/** Names that several nodes go by: the address of a record, a share page, a certificate's number. */
function joinKnown(nodes: readonly Node[], join: JoinFunction): void {
  const named = new Map<string, Node[]>();
  for (const node of nodes) {
    const names = new Set([node.id.toLowerCase(), ...node.rows.flatMap((row) => row.knownAs)]);
    for (const name of names) add(named, name, node);
  }
  const shared = [...named].filter(([, all]) => all.length > 1 && all.length <= crowd);
  for (const [name, all] of shared.toSorted(([a], [b]) => order(a, b))) {
    for (const [one, other] of pairsOf(all))
      if (isPlausible(one, other)) join('known-as', one.id, other.id, name);
  }
}

/** A file may claim any name. Two that share one are joined only when they could be the same award at all. */
function isPlausible(one: Node, other: Node): boolean {
  const [a, b] = [leadOf(one), leadOf(other)];
  const sameName = plainName(a.achievement.name) === plainName(b.achievement.name);
  // Some pages state no day: that is nothing that two could have in common.
  const sameDay =
    a.issuedOn !== '' && a.issuedOn === b.issuedOn && issuerKey(a.issuer.name) === issuerKey(b.issuer.name);
  return sameName || sameDay;
}

/** The same achievement of the same issuer, on the same day, to the same person. */
function joinAwards(nodes: readonly Node[], groups: Groups, join: JoinFunction): void {
  const buckets = new Map<string, Node[]>();
  for (const node of nodes) {
    const { issuer, achievement, issuedOn } = leadOf(node);
    const [by, what] = [issuerKey(issuer.name), plainName(achievement.name)];
    if (by && what && issuedOn) add(buckets, `${by} | ${what} | ${issuedOn}`, node);
  }
  const shared = [...buckets].filter(([, all]) => all.length > 1 && all.length <= crowd);
  for (const [, bucket] of shared.toSorted(([a], [b]) => order(a, b))) {
    for (const same of byRecipient(bucket)) {
      // By the source's own word those are several awards; which of them a third one is cannot be told.
      if (listsTwo(same, groups)) continue;
      for (const [one, other] of pairsOf(same)) join('same-award', one.id, other.id, '');
    }
  }
}

/**
 * The nodes of a bucket by whose they are. One that names nobody, or in a script in which the others cannot be compared,
 * belongs to the only person there is; with two persons, to none.
 */
function byRecipient(bucket: readonly Node[]): readonly (readonly Node[])[] {
  const names = bucket.map(
    (node) => node.rows.map((row) => recipientKey(row.recipientName)).find(Boolean) ?? null,
  );
  const scripts = new Set(names.flatMap((name) => (name ? scriptOf(name) : [])));
  const people = new Set(names.flatMap((name) => name ?? []));
  const perScript = [...scripts].map(
    (script) => [...people].filter((name) => scriptOf(name) === script).length,
  );
  if (perScript.every((count) => count <= 1)) return [bucket];
  return [...people].map((name) => bucket.filter((_, index) => names[index] === name));
}

/** Whether an account lists two of these as awards of their own. Files and single links are no lists. */
function listsTwo(nodes: readonly Node[], groups: Groups): boolean {
  const listed = new Map<AccountId, BadgeId>();
  for (const { id, rows } of nodes) {
    for (const row of rows) {
      if (isCollected(row)) continue;
      const group = groups.of(id);
      const before = listed.get(row.accountId);
      if (before !== undefined && before !== group) return true;
      listed.set(row.accountId, group);
    }
  }
  return false;
}

function isCollected({ sourceId, accountId: account }: BadgeRow): boolean {
  return sourceId === 'file' || account === accountId(sourceId, linksHandle);
}

function leadOf({ rows }: Node): BadgeRow {
  // A node has at least the row that made it.
  return rows[0] as BadgeRow;
}

function pairsOf(nodes: readonly Node[]): (readonly [Node, Node])[] {
  return nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => [one, other] as const));
}

function add(map: Map<string, Node[]>, key: string, node: Node): void {
  const list = map.get(key);
  if (list) list.push(node);
  else map.set(key, [node]);
}

/** By code units: the same in every language. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
