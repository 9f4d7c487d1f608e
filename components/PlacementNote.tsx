import { formatDay, t } from '@/utils/i18n';
import type { Placed } from '@/utils/placements';

/** Says that a badge is on the user's LinkedIn profile, as of which export, and how that is known. */
export function PlacementNote({ placed }: { placed: Placed }) {
  const { placement, rule } = placed;
  const day = formatDay(placement.readAt.slice(0, 10));
  return (
    <p class="second placement-note">
      {t('placementOn', day)} {t(`placementRule_${rule}`)}
    </p>
  );
}
