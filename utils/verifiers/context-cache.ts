import { findContext } from './contexts';

/** An active context of jsonld, as far as we touch it. Never changed after it was made, so it can be shared. */
export interface ActiveContext {
  readonly mappings: ReadonlyMap<string, unknown>;
  readonly protected: object;
  readonly inverse: null;
  readonly '@base'?: unknown;
  readonly '@language'?: unknown;
  readonly '@vocab'?: unknown;
  readonly getInverse?: unknown;
  readonly previousContext?: ActiveContext;
  clone(): ActiveContext;
  revertToPreviousContext(): ActiveContext;
}

/** What jsonld keeps for a context that it has processed. */
interface Processed {
  readonly context: ActiveContext;
}

/** A context document with what became of it on top of others: the interface of jsonld's ResolvedContext. */
interface ResolvedContext {
  readonly document: object | null;
  getProcessed(active: ActiveContext): Processed | null | undefined;
  setProcessed(active: ActiveContext, processed: Processed): void;
}

/** jsonld's ContextResolver. */
export interface ContextResolver {
  resolve(request: {
    readonly activeCtx: ActiveContext;
    readonly context: unknown;
  }): Promise<ResolvedContext[]>;
}

/** Contexts that one document may make us process anew. A complete badge of 16 KB needs some hundreds, once. */
const maxProcessed = 3000;
/** After as many, everything is forgotten: hostile documents must not fill the memory. */
const maxRemembered = 6000;

type Memory = WeakMap<object, WeakMap<object, Processed>>;
const memory: { processed: Memory; size: number } = { processed: new WeakMap(), size: 0 };
/** Copies as they were made, and what they are copies of. */
const originals = new WeakMap<ActiveContext, ActiveContext>();
/** Stands for the unchanged copy of an active context with which jsonld begins a type-scoped one. */
const beginnings = new WeakMap<ActiveContext, object>();

/**
 * A resolver for jsonld that knows the bundled contexts only, and remembers over all documents what jsonld made of
 * them. jsonld's own keeps ten results for each context, found by the whole text of it, and copies active contexts
 * deeply at every step, which is nearly all the time that a badge takes (facts on verification, section 3).
 * @throws from `resolve` for a context that is not bundled, and when the document makes too much work
 */
export function createContextResolver(edition: number): ContextResolver {
  let remaining = maxProcessed;
  const spend = () => {
    if (remaining-- <= 0) throw new Error('too many contexts');
  };
  const resolveOne = (context: unknown): ResolvedContext[] => {
    if (typeof context === 'object' && !Array.isArray(context)) return [toResolved(context, spend)];
    const document = typeof context === 'string' ? findContext(context, edition) : null;
    if (!document) throw new Error(`unknown context ${String(context)}`);
    return toList(document).flatMap(resolveOne);
  };
  return {
    async resolve({ activeCtx, context }) {
      shareCopies(activeCtx);
      return toList(context).flatMap(resolveOne);
    },
  };
}

/** The contexts in a context document, in a list, or alone. */
function toList(context: unknown): readonly unknown[] {
  const isDocument = typeof context === 'object' && context !== null && '@context' in context;
  const inner = isDocument ? context['@context'] : context;
  return Array.isArray(inner) ? inner : [inner];
}

function toResolved(document: object | null, spend: () => void): ResolvedContext {
  return {
    document,
    getProcessed: (active) => document && memory.processed.get(document)?.get(keyOf(active)),
    setProcessed(active, processed) {
      spend();
      if (document) remember(document, active, processed);
    },
  };
}

function remember(document: object, active: ActiveContext, processed: Processed): void {
  if (memory.size++ >= maxRemembered) Object.assign(memory, { processed: new WeakMap(), size: 0 });
  const known = memory.processed.get(document) ?? new WeakMap<object, Processed>();
  memory.processed.set(document, known.set(keyOf(active), processed));
}

/** Every node of a type gets a copy of its own before the type's context is looked up, so the copy is no key. */
function keyOf(active: ActiveContext): object {
  const { previousContext } = active;
  if (!previousContext || originals.get(active) !== previousContext) return active;
  const known = beginnings.get(previousContext) ?? {};
  beginnings.set(previousContext, known);
  return known;
}

/** All active contexts descend from the first, and inherit how they are copied. */
function shareCopies(active: ActiveContext): void {
  if (active.clone !== copy) Object.assign(active, { clone: copy, revertToPreviousContext: revert });
}

/** What jsonld's own copy takes along, and nothing else (`@direction`, for one, ends with the context that set it). */
const inherited = ['@base', '@language', '@vocab', 'previousContext', 'getInverse'] as const;

/**
 * jsonld's copy, without copying what nobody changes: definitions of terms, and the previous context. The tables of
 * terms are copied when somebody looks at them; most copies are made only to find out that the result is known.
 */
function copy(this: ActiveContext): ActiveContext {
  const tables: { mappings?: ActiveContext['mappings']; protected?: object } = {};
  const original = (): ActiveContext => this;
  const child: ActiveContext = {
    get mappings() {
      return (tables.mappings ??= new Map(original().mappings));
    },
    get protected() {
      return (tables.protected ??= { ...original().protected });
    },
    inverse: null,
    clone: copy,
    revertToPreviousContext: revert,
  };
  for (const name of inherited) if (name in this) Object.assign(child, { [name]: this[name] });
  originals.set(child, this);
  return child;
}

function revert(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}
