import type { Fields } from '../open-badges/v3-fields';

/** What a document names and how big it is, found before jsonld works on it. */
export interface DocumentSize {
  /** Addresses of contexts, wherever they stand. */
  readonly contexts: ReadonlySet<string>;
  /** Why it is not worked on; null when it is within bounds. */
  readonly excess: string | null;
}

/** Levels; jsonld recurses, and its own stack ends at about a thousand (facts on threats, F9). */
const maxDepth = 64;
/** A complete badge has some hundreds. jsonld compares the values of a property with each other. */
const maxValues = 10_000;
/** Contexts written into the document, and terms in them: each makes copies of all terms. */
const maxInlineContexts = 32;
const maxInlineTerms = 2000;

interface Walk {
  readonly contexts: Set<string>;
  values: number;
  inlineContexts: number;
  inlineTerms: number;
}

/** Measures a document. Pure, and bounded itself. */
export function measureDocument(document: Fields): DocumentSize {
  const walk: Walk = { contexts: new Set(), values: 0, inlineContexts: 0, inlineTerms: 0 };
  return { excess: visit(document, 0, walk), contexts: walk.contexts };
}

function visit(value: unknown, depth: number, walk: Walk): string | null {
  if (depth > maxDepth) return `more than ${maxDepth} levels`;
  if (++walk.values > maxValues) return `more than ${maxValues} values`;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    if (key === '@context' || key === '@import') collect(member, walk);
    const excess = visit(member, depth + 1, walk);
    if (excess) return excess;
  }
  const isHeavy = walk.inlineContexts > maxInlineContexts || walk.inlineTerms > maxInlineTerms;
  return isHeavy ? 'too many contexts of its own' : null;
}

function collect(contexts: unknown, walk: Walk): void {
  for (const context of [contexts].flat(1) as unknown[]) {
    if (typeof context === 'string') walk.contexts.add(context);
    if (typeof context !== 'object' || context === null) continue;
    walk.inlineContexts++;
    walk.inlineTerms += Object.keys(context).length;
  }
}
