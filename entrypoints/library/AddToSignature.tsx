import { Plus } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { stateOf } from '@/components/badge-state';
import { issuerLine } from '@/components/BadgeCard';
import { BadgeImage } from '@/components/BadgeImage';
import { BadgeState } from '@/components/BadgeState';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import { dayOf, type Badge } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { createSearch } from '@/utils/search';

/** More than this would be a second collection; the search narrows it down. */
const shownCount = 6;

interface AddToSignatureProps {
  readonly rows: readonly BadgeRow[];
  readonly taken: readonly Badge[];
  readonly onAdd: (badge: BadgeRow) => void;
}

/** Badges that can still be added, found by the same search as everywhere. */
export function AddToSignature({ rows, taken, onAdd }: AddToSignatureProps) {
  const [search] = useState(createSearch);
  const [query, setQuery] = useState('');
  const [today] = useState(() => dayOf(new Date()));
  const shown = useMemo(() => {
    const ids = new Set(taken.map(({ id }) => id));
    return search(rows, query)
      .filter((row) => !ids.has(row.id))
      .slice(0, shownCount);
  }, [search, rows, query, taken]);
  const pictureOf = usePictures(shown);
  return (
    <div class="section">
      <label class="label" for="add-search">
        {t('signatureAdd')}
      </label>
      <input
        id="add-search"
        class="field"
        type="text"
        placeholder={t('search')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul class="rows">
        {shown.map((badge) => (
          <li key={badge.id}>
            <button type="button" class="row-line pressable" onClick={() => onAdd(badge)}>
              <BadgeImage url={pictureOf(badge)} name={badge.achievement.name} size={40} />
              <span class="badge-words">
                <span class="badge-name">
                  <bdi>{badge.achievement.name}</bdi>
                </span>
                <span class="badge-line">
                  <span class="cut">{issuerLine(badge)}</span>
                  <BadgeState state={stateOf(badge, today)} />
                </span>
              </span>
              <span class="unseen">{t('addToSignature')}</span>
              <Plus size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
