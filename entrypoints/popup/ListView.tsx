import { LibraryBig, PanelRight, ScanSearch } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { QuickAction } from '@/components/BadgeCard';
import { IconButton } from '@/components/IconButton';
import type { AccountRow, BadgeRow } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { formatNumber, t, tn } from '@/utils/i18n';
import { createSearch } from '@/utils/search';
import type { PopupDraft } from '@/utils/settings';
import type { Surface } from './App';
import { BadgeList } from './BadgeList';
import { Empty, Failed, NothingFound, Skeleton } from './ListStates';
import { findActiveTab, openSidePanel, showLibrary } from './navigation';
import { SearchBar } from './SearchBar';
import { Strip } from './Strip';
import { ReminderStrip } from './ReminderStrip';
import { WaitingStrip } from './WaitingStrip';
import type { Badges } from './use-badges';
import { useOnline } from './use-online';
import { useShortcuts } from './use-shortcuts';

interface ListViewProps {
  readonly surface: Surface;
  readonly badges: Badges;
  readonly accounts: readonly AccountRow[];
  readonly areAccountsRead: boolean;
  readonly today: string;
  readonly query: string;
  /** The badge that was open last: coming back, the list stands there again. */
  readonly lastOpen: string | null;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (badge: BadgeRow, view: PopupDraft['view']) => void;
  readonly onQuick: (action: QuickAction, badge: BadgeRow) => void;
  /** Shows what the page beside us has. */
  readonly onPage: () => void;
}

const noRows: readonly Entry[] = [];

/** Search, strip, list and bottom bar. */
export function ListView(props: ListViewProps) {
  const { surface, badges, accounts, query, onQuery, onOpen, onQuick } = props;
  const field = useRef<HTMLInputElement>(null);
  const [search] = useState(createSearch);
  const rows = badges.status === 'ready' ? badges.rows : noRows;
  const found = useMemo(() => search(rows, query), [search, rows, query]);
  const isOffline = !useOnline();
  const [current, setCurrent] = useState(0);
  const [focusTick, setFocusTick] = useState(0);
  const at = Math.min(current, Math.max(found.length - 1, 0));
  const move = (index: number) => {
    setCurrent(index);
    setFocusTick((tick) => tick + 1);
  };
  useReturnTo(props.lastOpen, found, move);
  useListShortcuts({ ...props, field, badge: found[at], query });
  return (
    <>
      <SearchBar
        field={field}
        query={query}
        onQuery={(text) => {
          setCurrent(0);
          onQuery(text);
        }}
        onDown={() => found.length > 0 && move(at)}
        onEnter={() => found[0] && onOpen(found[0], 'share')}
      />
      <Strip accounts={accounts} rows={rows} isOffline={isOffline} />
      <WaitingStrip rows={rows} />
      <ReminderStrip rows={rows} today={props.today} />
      <main class="list-area">
        <h1 class="unseen">{t('badgeList')}</h1>
        {found.length > 0 ? (
          <BadgeList
            badges={found}
            today={props.today}
            current={at}
            focusTick={focusTick}
            onMove={move}
            onLeave={() => field.current?.focus()}
            onOpen={(badge) => onOpen(badge, 'share')}
            onQuick={onQuick}
            canDrag={surface !== 'popup'}
          />
        ) : (
          <WithoutRows {...props} onClear={() => onQuery('')} />
        )}
      </main>
      <BottomBar
        surface={surface}
        count={badges.status === 'ready' ? badges.total : 0}
        found={found.length}
        query={query}
        onPage={props.onPage}
      />
    </>
  );
}

/** What stands where the list would. */
function WithoutRows({
  badges,
  accounts,
  areAccountsRead,
  query,
  onClear,
}: ListViewProps & { onClear: () => void }) {
  if (badges.status === 'failed') return <Failed />;
  if (badges.status === 'loading' || !areAccountsRead || !badges.isComplete) return <Skeleton />;
  if (query.trim() !== '' && badges.total > 0) return <NothingFound query={query} onClear={onClear} />;
  if (accounts.some((account) => account.progress !== null)) return <Skeleton />;
  return <Empty />;
}

function useReturnTo(id: string | null, found: readonly BadgeRow[], move: (index: number) => void): void {
  const isDone = useRef(id === null);
  useEffect(() => {
    if (isDone.current || found.length === 0) return;
    isDone.current = true;
    const index = found.findIndex((badge) => badge.id === id);
    if (index >= 0) move(index);
  }, [id, found, move]);
}

interface ShortcutParts extends Pick<ListViewProps, 'query' | 'onQuery' | 'onOpen' | 'onQuick'> {
  readonly field: { readonly current: HTMLInputElement | null };
  /** The current row; undefined when there is none. */
  readonly badge: BadgeRow | undefined;
}

/** `/` search, Enter share (the row's own), D or → details, C copy link, S signature, Esc clear or close. */
function useListShortcuts({ field, badge, query, onQuery, onOpen, onQuick }: ShortcutParts): void {
  const onBadge = (act: (row: BadgeRow) => void) => () => (badge ? (act(badge), undefined) : false);
  useShortcuts({
    '/': () => field.current?.focus() ?? undefined,
    KeyC: onBadge((row) => onQuick('copy-link', row)),
    KeyS: onBadge((row) => onQuick('signature', row)),
    KeyD: onBadge((row) => onOpen(row, 'detail')),
    ArrowRight: onBadge((row) => onOpen(row, 'detail')),
    Escape: () => {
      // With nothing to clear the key is the browser's: it closes the popup.
      if (query === '') return false;
      onQuery('');
      field.current?.focus();
      return undefined;
    },
  });
}

interface BottomBarProps {
  readonly surface: Surface;
  readonly count: number;
  readonly found: number;
  readonly query: string;
  readonly onPage: () => void;
}

function BottomBar({ surface, count, found, query, onPage }: BottomBarProps) {
  const windowId = useWindowId();
  const words =
    query.trim() === '' ? tn('badgeCount', count) : t('foundOf', formatNumber(found), formatNumber(count));
  return (
    <footer class="bottom-bar">
      <output class="second">{count > 0 ? words : ''}</output>
      <span class="spring" />
      {surface !== 'library' && <IconButton icon={ScanSearch} label={t('pageTitle')} onPress={onPage} />}
      {surface === 'popup' && windowId !== null && (
        <button
          type="button"
          class="button quiet"
          onClick={() => void openSidePanel(windowId).then(() => window.close())}
        >
          <PanelRight size={16} />
          {t('sidePanel')}
        </button>
      )}
      <button type="button" class="button quiet" onClick={() => void showLibrary('collection')}>
        <LibraryBig size={16} />
        {t('openLibrary')}
      </button>
    </footer>
  );
}

/** Asked beforehand, because the panel must open straight from the click. */
export function useWindowId(): number | null {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void findActiveTab().then((tab) => setWindowId(tab?.windowId ?? null)), []);
  return windowId;
}
