import { X } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import type { ChangeDraft } from '@/entrypoints/popup/use-draft';
import { IconButton } from '@/components/IconButton';
import { BadgeView } from '@/entrypoints/popup/BadgeView';
import { Empty, NothingFound, Skeleton } from '@/entrypoints/popup/ListStates';
import { makeActions } from '@/entrypoints/popup/use-actions';
import { WaitingStrip } from '@/entrypoints/popup/WaitingStrip';
import { dayOf, type BadgeId } from '@/utils/badge';
import { formatNumber, t, tn } from '@/utils/i18n';
import { createSearch } from '@/utils/search';
import { emptyDraft, type PopupDraft } from '@/utils/settings';
import { BadgeGrid } from './BadgeGrid';
import type { ViewProps } from './Library';
import { badgeInAddress } from './use-view';
import { ViewTitle } from './ViewTitle';

/** The whole collection as a grid, with a search, and the chosen badge beside it. */
export function CollectionView({ rows, isRead, say }: ViewProps) {
  const [search] = useState(createSearch);
  const [query, setQuery] = useState('');
  const [today] = useState(() => dayOf(new Date()));
  const [actions] = useState(() => makeActions(say));
  const [draft, setDraft] = useState(draftInAddress);
  const found = useMemo(() => search(rows, query), [search, rows, query]);
  const open = draft.view === 'list' ? undefined : rows.find((row) => row.id === draft.openBadge);
  const change: ChangeDraft = (part) =>
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  const onOpen = (openBadge: BadgeId) => change({ openBadge, view: 'detail', copiedFields: [] });
  return (
    <div class={open ? 'collection-frame with-badge' : 'collection-frame'}>
      <div class="collection-main">
        <ViewTitle title={t('viewCollection')}>
          <Search query={query} onQuery={setQuery} />
          <output class="second">{countWords(rows.length, found.length, query)}</output>
        </ViewTitle>
        <WaitingStrip rows={rows} />
        {found.length > 0 && (
          <BadgeGrid
            badges={found}
            today={today}
            openId={open?.id ?? null}
            onOpen={(badge) => onOpen(badge.id)}
          />
        )}
        {!isRead && found.length === 0 && <Skeleton />}
        {isRead && rows.length === 0 && <Empty />}
        {isRead && rows.length > 0 && found.length === 0 && (
          <NothingFound query={query} onClear={() => setQuery('')} />
        )}
      </div>
      {open && (
        <aside class="collection-badge" aria-label={open.achievement.name}>
          <BadgeView
            key={open.id}
            surface="library"
            badge={open}
            today={today}
            draft={draft}
            onChange={change}
            onFlush={async () => undefined}
            actions={actions}
            say={say}
          />
        </aside>
      )}
    </div>
  );
}

/** A link may lead to one badge: `#collection/<id>`. */
function draftInAddress(): PopupDraft {
  const openBadge = badgeInAddress();
  return openBadge ? { ...emptyDraft, openBadge, view: 'detail' } : emptyDraft;
}

function countWords(total: number, found: number, query: string): string {
  if (total === 0) return '';
  return query.trim() === ''
    ? tn('badgeCount', total)
    : t('foundOf', formatNumber(found), formatNumber(total));
}

function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  return (
    <search class="search plain">
      <input
        class="field"
        type="text"
        aria-label={t('search')}
        placeholder={t('search')}
        spellcheck={false}
        autocomplete="off"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      {query !== '' && <IconButton icon={X} label={t('clearSearch')} onPress={() => onQuery('')} />}
    </search>
  );
}
