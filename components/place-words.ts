import { t } from '@/utils/i18n';
import type { PlaceRow } from '@/utils/placements-kept';

/** The user's own words for a place, or those of its kind. */
export function placeName({ label, kind }: PlaceRow): string {
  return label || t(`placeKind_${kind}`);
}
