import type { CardRole, Family, Font, StackItem } from './share-card';

/** One line of a stack: its size at most and at least, in how many lines, and the room above it. */
export function item(
  role: CardRole,
  colour: string,
  weight: Font['weight'],
  [max, min]: readonly [max: number, min: number],
  lines: number,
  gap: number,
  family?: Family,
): StackItem {
  return { role, max, min, weight, lines, colour, gap, ...(family ? { family } : {}) };
}
