import { ArrowDown, ArrowUp, Pin } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t, tn } from '@/utils/i18n';
import { IconButton } from './IconButton';
import type { ShareMenuProps } from './ShareMenu';
import { canTake, findPlaces, hasPanel, withFirst, withMoved, type Place } from './share-places';

type MorePlacesProps = ShareMenuProps & { readonly first: readonly Place[] };

/** Every other place, behind a search by name in any language, and which four come first. */
export function MorePlaces(props: MorePlacesProps) {
  const { badge, places, first, open, onPlace, onChoose } = props;
  const [query, setQuery] = useState('');
  const found = findPlaces(places, first, query);
  return (
    <>
      <details class="fold more-places">
        <summary>{tn('sharePlaces', findPlaces(places, first, '').length)}</summary>
        <label class="unseen" for="share-search">
          {t('sharePlacesSearch')}
        </label>
        <input
          id="share-search"
          class="field"
          type="search"
          placeholder={t('sharePlacesSearch')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <ul>
          {found.map((place) => (
            <li key={place.id}>
              <button
                type="button"
                class="button"
                aria-expanded={hasPanel(place) ? open === place.id : undefined}
                disabled={!canTake(place, badge)}
                onClick={() => onPlace(place)}
              >
                {place.name}
              </button>
              <IconButton
                icon={Pin}
                label={t('sharePlaceFirst', place.name)}
                onPress={() => onChoose(withFirst(first, place.id))}
              />
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="second">{t('sharePlacesNone')}</p>}
      </details>
      <Order {...props} />
    </>
  );
}

/** The first four in their order, by buttons that any keyboard reaches. */
function Order({ first, chosen, onChoose }: MorePlacesProps) {
  return (
    <details class="fold place-order">
      <summary>{t('sharePlaceOrder')}</summary>
      <ol>
        {first.map((place, index) => (
          <li key={place.id}>
            <span>{place.name}</span>
            <IconButton
              icon={ArrowUp}
              label={t('sharePlaceUp', place.name)}
              disabled={index === 0}
              onPress={() => onChoose(withMoved(first, place.id, -1))}
            />
            <IconButton
              icon={ArrowDown}
              label={t('sharePlaceDown', place.name)}
              disabled={index === first.length - 1}
              onPress={() => onChoose(withMoved(first, place.id, 1))}
            />
          </li>
        ))}
      </ol>
      {chosen && (
        <button type="button" class="button" onClick={() => onChoose(null)}>
          {t('sharePlaceReset')}
        </button>
      )}
    </details>
  );
}
