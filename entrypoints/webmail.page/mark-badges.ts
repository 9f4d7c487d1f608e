import { findBadges, type BadgeAreas } from '@/utils/pages/find-badges';
import { withPageUi } from '@/utils/pages/page-ui';

/** Marks every badge in the areas until the signal aborts. `root` is the whole script's signal. */
export function markBadges(areas: BadgeAreas, signal: AbortSignal, root: AbortSignal): void {
  findBadges(document, areas, signal, (found, own) =>
    withPageUi(own, (ui) => ui.mountBadgeMark(found, own, root)),
  );
}
