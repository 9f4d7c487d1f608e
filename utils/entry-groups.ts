import type { BadgeId } from './badge';

/** Groups of ids that grow by joining, and that keep apart what must stay apart. */
export interface Groups {
  /** Makes one group of two, unless that would bring together a pair that is to be kept apart. True when they are one now and were not before. */
  join(one: BadgeId, other: BadgeId): boolean;
  /** The name of an id's group: one of its ids. */
  of(id: BadgeId): BadgeId;
}

/** Union-find with a list of pairs that may never meet. Ids that are not among `ids` are left alone. */
export function createGroups(
  ids: readonly BadgeId[],
  apart: readonly (readonly [BadgeId, BadgeId])[],
): Groups {
  const parents = new Map<BadgeId, BadgeId>(ids.map((id) => [id, id]));
  const of = (id: BadgeId): BadgeId => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    // What was walked once is short the next time.
    for (let at = id; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const mayMeet = (one: BadgeId, other: BadgeId) =>
    apart.every(([a, b]) => {
      const [left, right] = [of(a), of(b)];
      return !((left === one && right === other) || (left === other && right === one));
    });
  return {
    of,
    join(one, other) {
      const [left, right] = [of(one), of(other)];
      if (left === right || !parents.has(left) || !parents.has(right) || !mayMeet(left, right)) return false;
      parents.set(right, left);
      return true;
    },
  };
}
