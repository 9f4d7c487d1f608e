import { useState } from 'preact/hooks';
import type { BadgeId } from '@/utils/badge';
import { db, type AccountRow, type SyncSummary } from '@/utils/db';
import { formatAgo, formatList, t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { useLiveQuery } from '@/utils/use-live-query';
import { addressOfBadge } from './use-view';

/** What the last pull changed, until the user has read it: "2 new, 1 changed", and which. */
export function AccountChanges({ account }: { account: AccountRow }) {
  const { summary } = account;
  const words = summary ? summaryWords(summary) : '';
  const [isOpen, setIsOpen] = useState(false);
  if (!summary || words === '') return null;
  return (
    <div class="changes">
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          {words} <span class="second">{formatAgo(summary.at, new Date())}</span>
        </summary>
        {isOpen && <ChangedBadges summary={summary} />}
      </details>
      <button
        type="button"
        class="button quiet"
        onClick={() => void send('dismissSummary', { accountId: account.id })}
      >
        {t('syncDismiss')}
      </button>
    </div>
  );
}

function ChangedBadges({ summary }: { summary: SyncSummary }) {
  const { ids, goneIds, added, changed, gone } = summary;
  return (
    <div class="section">
      <BadgeNames title={t('syncAddedTitle')} ids={ids.added} count={added} />
      <BadgeNames title={t('syncChangedTitle')} ids={ids.changed} count={changed} />
      <BadgeNames title={t('syncGoneTitle')} ids={goneIds} count={gone} />
    </div>
  );
}

interface BadgeNamesProps {
  readonly title: string;
  readonly ids: readonly BadgeId[];
  /** How many there were; the ids may be the first of them. */
  readonly count: number;
}

/** Names that lead to their badge. */
function BadgeNames({ title, ids, count }: BadgeNamesProps) {
  const rows = useLiveQuery(
    () =>
      db.badges
        .where('id')
        .anyOf([...ids])
        .toArray(),
    [ids],
  );
  const named = rows.status === 'ready' ? new Map(rows.value.map((row) => [row.id, row])) : new Map();
  if (count === 0) return null;
  return (
    <div>
      <p class="second">{title}</p>
      <ul class="plain-list" aria-label={title}>
        {[...named.values()].map(({ id, achievement }) => (
          <li key={id}>
            <a href={addressOfBadge(id)}>{achievement.name}</a>
          </li>
        ))}
      </ul>
      {count > ids.length && <p class="second">{tn('syncMore', count - ids.length)}</p>}
    </div>
  );
}

function summaryWords({ added, changed, gone }: SyncSummary): string {
  const parts = [
    added > 0 ? tn('syncAdded', added) : '',
    changed > 0 ? tn('syncChanged', changed) : '',
    gone > 0 ? tn('syncGone', gone) : '',
  ];
  return formatList(parts.filter((words) => words !== ''));
}
