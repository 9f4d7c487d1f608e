import { MapPin } from 'lucide-preact';
import { placeName } from '@/components/place-words';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { t } from '@/utils/i18n';
import { reportPlaces } from '@/utils/placements-health';
import { useLiveQuery } from '@/utils/use-live-query';
import { showLibrary } from './navigation';

interface BadgePlacesProps {
  readonly badge: Entry;
  readonly entries: readonly Entry[];
  readonly today: string;
}

/** Where the user noted that this badge stands, with the way to the library's list. Nothing without a note. */
export function BadgePlaces({ badge, entries, today }: BadgePlacesProps) {
  const ids = badge.proofs.map(({ id }) => id);
  const key = ids.join(' ');
  const read = useLiveQuery(async () => {
    const places = await db.places.where('badgeId').anyOf(ids).toArray();
    // Most badges have no note: then nothing else is read.
    return { places, checks: places.length > 0 ? await db.verifications.toArray() : [] };
  }, [key]);
  if (read.status !== 'ready' || read.value.places.length === 0) return null;
  const { places, checks } = read.value;
  const known = new Map(checks.map((row) => [row.key, row]));
  return (
    <section class="section badge-places">
      <h3>{t('placeOfBadge')}</h3>
      <ul class="list">
        {reportPlaces(places, entries, known, today).map(({ place, health }) => (
          <li key={place.id}>
            <bdi>{placeName(place)}</bdi>
            <span class="second"> · {t(`placeHealth_${health}`)}</span>
          </li>
        ))}
      </ul>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => void showLibrary('places')}>
          <MapPin size={16} />
          {t('placeAll')}
        </button>
      </div>
    </section>
  );
}
