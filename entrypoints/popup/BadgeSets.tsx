import { useState } from 'preact/hooks';
import { holds, withAdded, withRemoved, type CollectionRow } from '@/utils/collections';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { useLiveQuery } from '@/utils/use-live-query';
import { newCollection } from './new-collection';

const none: readonly CollectionRow[] = [];

interface BadgeSetsProps {
  /** One badge, or all that are shown. */
  readonly badges: readonly Entry[];
  readonly title: string;
}

/** In which sets the badges are: ticked where all of them are, and put in or taken out by that. */
export function BadgeSets({ badges, title }: BadgeSetsProps) {
  const read = useLiveQuery(() => db.collections.orderBy('id').toArray());
  const sets = read.status === 'ready' ? read.value : none;
  const [name, setName] = useState('');
  const keep = (collection: CollectionRow | null) => {
    if (collection) void send('keepCollection', { collection });
  };
  const toggle = (set: CollectionRow, isIn: boolean) =>
    keep(isIn ? withAdded(set, badges) : badges.reduce(withRemoved, set));
  return (
    <details class="fold badge-sets">
      <summary>{title}</summary>
      <ul>
        {sets
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map((set) => (
            <li key={set.id}>
              <label>
                <input
                  type="checkbox"
                  checked={badges.every((badge) => holds(set, badge))}
                  onChange={(event) => toggle(set, event.currentTarget.checked)}
                />
                <bdi>{set.name}</bdi>
              </label>
            </li>
          ))}
      </ul>
      <form
        class="row-of-buttons"
        onSubmit={(event) => {
          event.preventDefault();
          keep(newCollection(name, badges));
          setName('');
        }}
      >
        <input
          class="field"
          type="text"
          maxLength={80}
          aria-label={t('setNew')}
          placeholder={t('setNew')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={name.trim() === ''}>
          {t('setMake')}
        </button>
      </form>
    </details>
  );
}
