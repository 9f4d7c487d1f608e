import { watch } from './watch';

/** `scroll`: it moved with its surroundings. `change`: anything may be different. `away`: out of sight. */
export type Movement = 'scroll' | 'change' | 'away';

type Plan = (isScroll: boolean) => void;
const plansOf = new WeakMap<AbortSignal, Set<Plan>>();

/**
 * Calls back at most once a frame when the target may have moved, and not at all while it is out of sight. Nothing
 * polls: scrolling, sizes, loads and mutations tell. One set of listeners serves all targets of a script (`root`).
 */
export function follow(
  target: Element,
  signal: AbortSignal,
  root: AbortSignal,
  onMove: (movement: Movement) => void,
): void {
  let frame = 0;
  let inSight = false;
  let scrolledOnly = true;
  const plan = (isScroll: boolean) => {
    scrolledOnly &&= isScroll;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const movement = scrolledOnly ? 'scroll' : 'change';
      scrolledOnly = true;
      if (!signal.aborted) onMove(inSight ? movement : 'away');
    });
  };
  const planInSight: Plan = (isScroll) => inSight && plan(isScroll);
  const sight = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? false;
    plan(false);
  });
  const size = new ResizeObserver(() => planInSight(false));
  sight.observe(target);
  size.observe(target);
  const plans = plansOf.get(root) ?? startListening(target.ownerDocument, root);
  plans.add(planInSight);
  signal.addEventListener('abort', () => {
    sight.disconnect();
    size.disconnect();
    cancelAnimationFrame(frame);
    plans.delete(planInSight);
  });
}

function startListening(document: Document, root: AbortSignal): Set<Plan> {
  const plans = new Set<Plan>();
  plansOf.set(root, plans);
  const tell = (isScroll: boolean) => plans.forEach((plan) => plan(isScroll));
  const quiet = { signal: root, capture: true, passive: true };
  document.addEventListener('scroll', () => tell(true), quiet);
  // Pictures that arrive and movements that end shift what is below them.
  document.addEventListener('load', () => tell(false), quiet);
  document.addEventListener('transitionend', () => tell(false), quiet);
  // Writing inside one text node is no change of the tree.
  document.addEventListener('input', () => tell(false), quiet);
  window.addEventListener('resize', () => tell(false), quiet);
  watch(document, { onChange: () => tell(false) }, root);
  return plans;
}
