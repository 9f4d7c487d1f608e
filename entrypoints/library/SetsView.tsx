import { Share2, Signature } from 'lucide-preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Exports } from '@/entrypoints/popup/Exports';
import { newCollection } from '@/entrypoints/popup/new-collection';
import { makeActions } from '@/entrypoints/popup/use-actions';
import { collectionBadges, type CollectionRow } from '@/utils/collections';
import { db } from '@/utils/db';
import { t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { useLiveQuery } from '@/utils/use-live-query';
import type { ViewProps } from './Library';
import { SetBadges } from './SetBadges';
import { SetName } from './SetName';
import { ShareSet } from './ShareSet';
import { ViewTitle } from './ViewTitle';

const none: readonly CollectionRow[] = [];

/** The user's own sets of badges, each with its order, to be shared or exported as one. */
export function SetsView({ rows, isRead, say }: ViewProps) {
  const read = useLiveQuery(() => db.collections.toArray());
  const sets = read.status === 'ready' ? read.value : none;
  const byName = sets.toSorted((a, b) => a.name.localeCompare(b.name));
  const [sharing, setSharing] = useState<string | null>(null);
  const actions = useMemo(() => makeActions(say), []);
  const heading = useRef<HTMLDivElement>(null);
  const forget = async (set: CollectionRow) => {
    await send('dropCollection', { id: set.id });
    const onUndo = () => {
      say(null);
      void send('keepCollection', { collection: set });
    };
    say({ text: t('setForgotten', set.name), onUndo });
    heading.current?.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <div class="narrow sets" ref={heading}>
      <ViewTitle title={t('viewSets')} />
      <p class="second">{t('setsIntro')}</p>
      <NewSet onMade={(name) => say({ text: t('setMade', name) })} />
      {isRead &&
        byName.map((set) => {
          const badges = collectionBadges(set, rows);
          return (
            <section key={set.id} class="card set" aria-label={set.name}>
              <SetName set={set} count={tn('badgeCount', badges.length)} onForget={() => void forget(set)} />
              {badges.length === 0 && <p class="second">{t('setEmpty')}</p>}
              <SetBadges set={set} rows={rows} badges={badges} />
              {badges.length > 0 && (
                <>
                  <div class="row-of-buttons">
                    <button
                      type="button"
                      class="button"
                      aria-expanded={sharing === set.id}
                      onClick={() => setSharing(sharing === set.id ? null : set.id)}
                    >
                      <Share2 size={16} />
                      {t('setShare')}
                    </button>
                    <button type="button" class="button" onClick={() => actions.copySignatureOf(badges)}>
                      <Signature size={16} />
                      {t('setSignature')}
                    </button>
                  </div>
                  {sharing === set.id && (
                    <ShareSet name={set.name} badges={badges} say={say} onClose={() => setSharing(null)} />
                  )}
                  <Exports badges={badges} say={say} />
                </>
              )}
            </section>
          );
        })}
    </div>
  );
}

function NewSet({ onMade }: { onMade: (name: string) => void }) {
  const [name, setName] = useState('');
  const make = async () => {
    const set = newCollection(name, []);
    if (!set) return;
    await send('keepCollection', { collection: set });
    setName('');
    onMade(set.name);
  };
  return (
    <form
      class="set-new"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <label class="label" for="set-new">
        {t('setNew')}
      </label>
      <div class="row-of-buttons">
        <input
          id="set-new"
          class="field"
          type="text"
          maxLength={80}
          placeholder={t('setNewExample')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button main" disabled={name.trim() === ''}>
          {t('setMake')}
        </button>
      </div>
    </form>
  );
}
