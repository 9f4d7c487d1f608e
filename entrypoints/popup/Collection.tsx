import { useRef, useState } from 'preact/hooks';
import { Toast } from '@/components/Toast';
import { dayOf, type BadgeId } from '@/utils/badge';
import { db, type BadgeRow } from '@/utils/db';
import { findEntry, toEntries, type Entry } from '@/utils/entries';
import type { PopupDraft } from '@/utils/settings';
import { useLiveQuery } from '@/utils/use-live-query';
import type { Surface } from './App';
import { BadgeView } from './BadgeView';
import { ListView } from './ListView';
import { PageView } from './PageView';
import { QueueView } from './QueueView';
import { makeActions } from './use-actions';
import { useBadges } from './use-badges';
import { useDraft } from './use-draft';
import { useToast } from './use-toast';

interface CollectionProps {
  readonly surface: Surface;
  readonly initialDraft: PopupDraft;
  readonly startsOnPage?: boolean;
}

/** The user's badges: the list, and over it one badge. Both stay where they were when the popup closes. */
export function Collection({ surface, initialDraft, startsOnPage = false }: CollectionProps) {
  const badges = useBadges();
  const accounts = useLiveQuery(() => db.accounts.toArray());
  const [draft, change, flush] = useDraft(initialDraft);
  const [message, say] = useToast();
  const [actions] = useState(() => makeActions(say));
  const [today] = useState(() => dayOf(new Date()));
  // Of this popup alone: a page is looked at when that is pressed there or here, never because it was pressed over another.
  const [isOnPage, setIsOnPage] = useState(startsOnPage);
  const lastOpen = useRef<string | null>(draft.openBadge);
  const entries = badges.status === 'ready' ? badges.rows : noEntries;
  const open = useOpenBadge(draft, entries);
  const onOpen = (badge: BadgeRow, view: PopupDraft['view']) => {
    // Ticks belong to one entry: another badge begins with none.
    const copiedFields = badge.id === lastOpen.current ? draft.copiedFields : [];
    lastOpen.current = badge.id;
    change({ openBadge: badge.id, view, copiedFields });
  };
  const parts = { surface, today, draft, onChange: change, onFlush: flush, actions, say };
  return (
    <>
      {isOnPage ? (
        <PageView onBack={() => setIsOnPage(false)} />
      ) : draft.view === 'queue' ? (
        <QueueView {...parts} badges={badges} />
      ) : open && draft.view !== 'list' ? (
        <BadgeView key={open.id} {...parts} badge={open} entries={entries} />
      ) : (
        <ListView
          surface={surface}
          badges={badges}
          accounts={accounts.status === 'ready' ? accounts.value : []}
          areAccountsRead={accounts.status === 'ready'}
          today={today}
          query={draft.query}
          lastOpen={lastOpen.current}
          onQuery={(query) => change({ query })}
          onOpen={onOpen}
          onQuick={actions.quick}
          onPage={() => setIsOnPage(true)}
        />
      )}
      <Toast message={message} />
    </>
  );
}

const noEntries: readonly Entry[] = [];

/** The badge of the draft. Until the whole library is there it is read by itself: it may be far down. Null when it is gone. */
function useOpenBadge({ openBadge, view }: PopupDraft, entries: readonly Entry[]): Entry | null {
  const id = view === 'list' ? null : openBadge;
  const entry = id ? findEntry(entries, id) : undefined;
  const alone = useLiveQuery(async () => ({ id, rows: id ? await rowsOf(id) : [] }), [id]);
  if (entry) return entry;
  return alone.status === 'ready' && alone.value.id === id
    ? (toEntries(alone.value.rows, [])[0] ?? null)
    : null;
}

const rowsOf = (id: BadgeId) => db.badges.where('id').equals(id).toArray();
