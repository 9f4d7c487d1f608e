import { Pencil, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { IconButton } from '@/components/IconButton';
import type { CollectionRow } from '@/utils/collections';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';

interface SetNameProps {
  readonly set: CollectionRow;
  readonly count: string;
  readonly onForget: () => void;
}

/** A set's name, changed in place, and the button that forgets it. */
export function SetName({ set, count, onForget }: SetNameProps) {
  const [name, setName] = useState<string | null>(null);
  const save = async () => {
    if (name?.trim()) await send('keepCollection', { collection: { ...set, name } });
    setName(null);
  };
  return (
    <div class="card-head">
      {name === null ? (
        <h2>
          <bdi>{set.name}</bdi> <span class="second">{count}</span>
        </h2>
      ) : (
        <form
          class="set-rename"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <input
            class="field"
            type="text"
            maxLength={80}
            aria-label={t('setName')}
            value={name}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field takes the place of what was pressed
            autofocus
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(null);
            }}
          />
          <button type="submit" class="button">
            {t('placeSave')}
          </button>
        </form>
      )}
      <IconButton
        icon={Pencil}
        label={t('setRename', set.name)}
        onPress={() => setName(name === null ? set.name : null)}
      />
      <IconButton icon={Trash2} label={t('setForget', set.name)} onPress={onForget} />
    </div>
  );
}
