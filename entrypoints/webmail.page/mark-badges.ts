import { findBadges, type BadgeAreas } from '@/utils/pages/find-badges';
import { withPageUi } from '@/utils/pages/page-ui';
import type { ShownPerson } from '@/utils/holder';

/**
 * Marks every badge in the areas until the signal aborts.
 * @param whose whom the page shows beside an element; null where it cannot be told for certain
 * @param root the whole script's signal
 */
export function markBadges(
  areas: BadgeAreas,
  whose: (element: Element) => ShownPerson | null,
  signal: AbortSignal,
  root: AbortSignal,
): void {
  findBadges(document, areas, signal, (found, own) =>
    withPageUi(own, (ui) => ui.mountBadgeMark(found, () => whose(found.element), own, root)),
  );
}
