import { X } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import type { ChangeDraft } from '@/entrypoints/popup/use-draft';
import { IconButton } from '@/components/IconButton';
import { BadgeSets } from '@/entrypoints/popup/BadgeSets';
import { BadgeView } from '@/entrypoints/popup/BadgeView';
import { Exports } from '@/entrypoints/popup/Exports';
import { Empty, NothingFound, Skeleton } from '@/entrypoints/popup/ListStates';
import { makeActions } from '@/entrypoints/popup/use-actions';
import { ReminderStrip } from '@/entrypoints/popup/ReminderStrip';
import { WaitingStrip } from '@/entrypoints/popup/WaitingStrip';
import { dayOf, type BadgeId } from '@/utils/badge';
import { formatNumber, t, tn } from '@/utils/i18n';
import { findEntry } from '@/utils/entries';
import { createSearch } from '@/utils/search';
import { emptyDraft, type PopupDraft } from '@/utils/settings';
import { BadgeGrid } from './BadgeGrid';
import { applyFilter, noFilter } from './collection-filter';
import { CollectionFilters } from './CollectionFilters';
import type { ViewProps } from './Library';
import { badgeInAddress } from './use-view';
import { ViewTitle } from './ViewTitle';

/** The whole collection as a grid, with a search, and the chosen badge beside it. */
export function CollectionView({ rows, isRead, say }: ViewProps) {
  const [today] = useState(() => dayOf(new Date()));
  const [search] = useState(createSearch);
  const [query, setQuery] = useState('');
  const [actions] = useState(() => makeActions(say));
  const [draft, setDraft] = useState(draftInAddress);
  const [filter, setFilter] = useState(noFilter);
  const searched = useMemo(() => search(rows, query), [search, rows, query]);
  const found = useMemo(() => applyFilter(searched, filter, today), [searched, filter, today]);
  const open = draft.view === 'list' || !draft.openBadge ? undefined : findEntry(rows, draft.openBadge);
  const change: ChangeDraft = (part) =>
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
  const onOpen = (openBadge: BadgeId) => change({ openBadge, view: 'detail', copiedFields: [] });
  return (
    <div class={open ? 'collection-frame with-badge' : 'collection-frame'}>
      <div class="collection-main">
        <ViewTitle title={t('viewCollection')}>
          <Search query={query} onQuery={setQuery} />
          <output class="second">{countWords(rows.length, found.length)}</output>
        </ViewTitle>
        <WaitingStrip rows={rows} />
        <ReminderStrip rows={rows} today={today} />
        {rows.length > 1 && (
          <CollectionFilters rows={rows} filter={filter} today={today} onChange={setFilter} />
        )}
        {found.length > 0 && <Exports badges={found} say={say} />}
        {found.length > 0 && <BadgeSets badges={found} title={tn('setAddShown', found.length)} />}
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
        {isRead && rows.length > 0 && searched.length === 0 && (
          <NothingFound query={query} onClear={() => setQuery('')} />
        )}
        {searched.length > 0 && found.length === 0 && <p class="second">{t('mergeFilteredNone')}</p>}
      </div>
      {open && (
        <aside class="collection-badge" aria-label={open.achievement.name}>
          <BadgeView
            key={open.id}
            surface="library"
            badge={open}
            entries={rows}
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

function countWords(total: number, found: number): string {
  if (total === 0) return '';
  return found === total ? tn('badgeCount', total) : t('foundOf', formatNumber(found), formatNumber(total));
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
