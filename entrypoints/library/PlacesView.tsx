import { useState } from 'preact/hooks';
import { placeName } from '@/components/place-words';
import { Notice } from '@/components/Notice';
import { dayOf } from '@/utils/badge';
import { db, type VerificationRow } from '@/utils/db';
import { t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { needsAttention, reportPlaces } from '@/utils/placements-health';
import type { PlaceRow } from '@/utils/placements-kept';
import { useLiveQuery } from '@/utils/use-live-query';
import type { ViewProps } from './Library';
import { NotifyExpiries } from './NotifyExpiries';
import { PlaceForm } from './PlaceForm';
import { PlaceItem } from './PlaceItem';
import { PlacementsCard } from './PlacementsCard';
import { RememberPlaces } from './RememberPlaces';
import { ViewTitle } from './ViewTitle';

/** Where badges were put and how they stand there, what needs a hand first. */
export function PlacesView({ rows, isRead, say }: ViewProps) {
  const [today] = useState(() => dayOf(new Date()));
  const places = useLiveQuery(() => db.places.toArray());
  const checks = useLiveQuery(() => db.verifications.toArray());
  const isReady = isRead && places.status === 'ready' && checks.status === 'ready';
  if (places.status === 'failed' || checks.status === 'failed') {
    return (
      <div class="narrow places">
        <ViewTitle title={t('viewPlaces')} />
        <Notice tone="error">{t('error_unexpected')}</Notice>
      </div>
    );
  }
  const known = new Map(isReady ? checks.value.map((row: VerificationRow) => [row.key, row]) : []);
  const reports = isReady ? reportPlaces(places.value, rows, known, today) : [];
  const troubled = reports.filter(needsAttention).length;
  const forget = async (place: PlaceRow) => {
    await send('dropPlace', { id: place.id });
    const onUndo = () => {
      say(null);
      void send('keepPlace', { place });
    };
    say({ text: t('placeForgotten', placeName(place)), onUndo });
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <div class="narrow places">
      <ViewTitle title={t('viewPlaces')}>
        {troubled > 0 && <output class="second">{tn('placeTroubled', troubled)}</output>}
      </ViewTitle>
      {isReady && reports.length === 0 && <p>{t('placeIntro')}</p>}
      {reports.length > 0 && (
        <ul class="places-list" aria-label={t('viewPlaces')}>
          {reports.map((report) => (
            <PlaceItem
              key={report.place.id}
              {...{ report, rows, today, say }}
              onForget={() => void forget(report.place)}
            />
          ))}
        </ul>
      )}
      {isReady && rows.length > 0 && (
        <section class="card" aria-labelledby="place-add">
          <h2 id="place-add">{t('placeAdd')}</h2>
          <PlaceForm {...{ rows, today }} onDone={(text) => say({ text })} />
        </section>
      )}
      {isReady && rows.length === 0 && (
        <p class="second">
          <a href="#add">{t('placeNoBadges')}</a>
        </p>
      )}
      {isReady && rows.length > 0 && <PlacementsCard {...{ rows, today }} />}
      <RememberPlaces />
      <NotifyExpiries />
    </div>
  );
}
