import { isAgreed, selectorOf, type Candidate, type Surface, type Tier } from '../surface';
import { allRoots, type Root } from './all-roots';

/** `ok`: both locators agree, on something lasting. `degraded`: see `why`. `absent`: the page shows no such thing. */
export type SurfaceState = 'ok' | 'degraded' | 'absent';

/**
 * `fallback`: found only by structure or class, which the next release may take away. `field`: the surroundings are there,
 * but nothing in them is what we look for. `surroundings`: something like it is there, but not where it should stand.
 */
export type Doubt = 'fallback' | 'field' | 'surroundings';

export interface SurfaceReport {
  readonly id: string;
  readonly state: SurfaceState;
  readonly why: Doubt | null;
  /** Which candidate matched, as its place in the list, and its tier. */
  readonly candidate: number | null;
  readonly tier: Tier | null;
  /** The tier of what it stands in; null where the address tells. */
  readonly withinTier: Tier | null;
  readonly count: number;
}

const lasting: readonly (Tier | null)[] = ['role', 'hook'];

/** Looks for a surface in a page as it is now: in its open shadow roots and its frames, too. */
export function examine(id: string, surface: Surface, window: Window): SurfaceReport {
  const roots = allRoots(window.document);
  const url = new URL(window.location.href);
  const fields = findAll(roots, surface.candidates).filter(isVisible);
  const agreed = fields.filter((element) => isAgreed(element, surface, url));
  const [first] = agreed;
  const around = findAll(roots, surface.within);
  if (!first) {
    const why = fields.length > 0 ? 'surroundings' : around.length > 0 ? 'field' : null;
    const state = why ? 'degraded' : 'absent';
    return { id, state, why, candidate: null, tier: null, withinTier: null, count: 0 };
  }
  const candidate = surface.candidates.findIndex(({ selector }) => first.matches(selector));
  const tier = surface.candidates[candidate]?.tier ?? null;
  const withinTier = surface.within.find(({ selector }) => first.closest(selector))?.tier ?? null;
  const isLasting = lasting.includes(tier) && (withinTier === null || lasting.includes(withinTier));
  return {
    id,
    state: isLasting ? 'ok' : 'degraded',
    why: isLasting ? null : 'fallback',
    candidate,
    tier,
    withinTier,
    count: agreed.length,
  };
}

/** The same for something that has one locator, because its links tell the rest: areas where badges stand. */
export function examineAreas(id: string, candidates: readonly Candidate[], window: Window): SurfaceReport {
  const found = findAll(allRoots(window.document), candidates);
  const [first] = found;
  const candidate = first ? candidates.findIndex(({ selector }) => first.matches(selector)) : -1;
  const tier = candidates[candidate]?.tier ?? null;
  const isLasting = lasting.includes(tier);
  return {
    id,
    state: !first ? 'absent' : isLasting ? 'ok' : 'degraded',
    why: first && !isLasting ? 'fallback' : null,
    candidate: first ? candidate : null,
    tier,
    withinTier: null,
    count: found.length,
  };
}

function findAll(roots: readonly Root[], candidates: readonly Candidate[]): Element[] {
  if (candidates.length === 0) return [];
  const selector = selectorOf(candidates);
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}

function isVisible(element: Element): boolean {
  return element.checkVisibility() && element.getClientRects().length > 0;
}
