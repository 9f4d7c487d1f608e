import { useId, useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { rememberPlacement } from '@/entrypoints/popup/remember-placement';
import { findEntry, type Entry } from '@/utils/entries';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { maxPlaceLabel, placeKinds, type PlaceKind, type PlaceRow } from '@/utils/placements-kept';

interface PlaceFormProps {
  readonly rows: readonly Entry[];
  readonly today: string;
  /** The place that is changed; without it a new one is noted. */
  readonly place?: PlaceRow;
  readonly onDone: (said: string) => void;
  readonly onCancel?: () => void;
}

/** Which badge is where, since when. The address is the user's own, and is never asked by us. */
export function PlaceForm({ rows, today, place, onDone, onCancel }: PlaceFormProps) {
  const id = useId();
  const known = place && findEntry(rows, place.badgeId);
  const [badgeId, setBadgeId] = useState<string>(known?.id ?? rows[0]?.id ?? '');
  const [kind, setKind] = useState<PlaceKind>(place?.kind ?? 'signature');
  const [label, setLabel] = useState(place?.label ?? '');
  const [address, setAddress] = useState<string>(place?.url ?? '');
  const [placedOn, setPlacedOn] = useState(place?.placedOn ?? today);
  const [error, setError] = useState<ErrorRecord | null>(null);
  const badge = rows.find((row) => row.id === badgeId) ?? rows[0];
  const save = async () => {
    setError(null);
    try {
      if (place) {
        const moved = known && badge && badge.id !== known.id ? badge : null;
        const about = moved ? { badgeId: moved.id, badgeName: moved.achievement.name } : {};
        const changed = { ...place, ...about, kind, label, placedOn, url: safeUrl(address) };
        await send('keepPlace', { place: changed });
      } else if (badge) {
        await rememberPlacement(badge, { kind, label, address, placedOn, knownBy: 'hand' });
        setLabel('');
        setAddress('');
      }
      onDone(t('placeKept'));
    } catch (cause) {
      setError(toAppError(cause).toRecord());
    }
  };
  return (
    <form
      class="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {(!place || known) && (
        <label class="wide">
          <span class="label">{t('placeBadge')}</span>
          <select
            class="field"
            name="badge"
            value={badge?.id}
            onChange={(event) => setBadgeId(event.currentTarget.value)}
          >
            {rows.map((row) => (
              <option key={row.id} value={row.id}>
                {row.achievement.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span class="label">{t('placeWhere')}</span>
        <select
          class="field"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as PlaceKind)}
        >
          {placeKinds.map((name) => (
            <option key={name} value={name}>
              {t(`placeKind_${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">{t('placeSince')}</span>
        <input
          class="field"
          type="date"
          name="day"
          required
          max={today}
          value={placedOn}
          onInput={(event) => setPlacedOn(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="label">{t('placeLabel')}</span>
        <input
          class="field"
          name="label"
          maxLength={maxPlaceLabel}
          autocomplete="off"
          value={label}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="label">{t('placeAddress')}</span>
        <input
          class="field"
          type="url"
          name="address"
          pattern="https?://.+"
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <p id={`${id}-hint`} class="second wide">
        {t('placeAddressHint')}
      </p>
      <div class="row-of-buttons wide">
        <button type="submit" class={place ? 'button' : 'button main'}>
          {t(place ? 'placeSave' : 'placeKeep')}
        </button>
        {onCancel && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {t('placeCancel')}
          </button>
        )}
      </div>
      {error && <ErrorNotice error={error} hasKept={false} />}
    </form>
  );
}
