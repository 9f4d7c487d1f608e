import { RefreshCw } from 'lucide-preact';
import { accountName, accountOwnName } from '@/components/account-name';
import { Notice } from '@/components/Notice';
import { linksHandle } from '@/utils/badge';
import type { AccountRow, BadgeRow } from '@/utils/db';
import { formatAgo, formatNumber, t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import type { BadgeSource } from '@/utils/sources/source';
import { AccountAddresses } from './AccountAddresses';
import { AccountChanges } from './AccountChanges';
import { AccountExams } from './AccountExams';
import { AccountName } from './AccountName';
import { PullProgress } from './PullProgress';

interface AccountCardProps {
  readonly account: AccountRow;
  readonly source: BadgeSource | undefined;
  /** How many badges it proves here. */
  readonly count: number;
  readonly rows: readonly BadgeRow[];
  readonly isOff: boolean;
  readonly onForget: () => void;
}

/** One account: its name, what came from it, what is under way, and what the user may do. */
export function AccountCard({ account, source, count, rows, isOff, onForget }: AccountCardProps) {
  return (
    <section class="card" aria-labelledby={`account-${account.id}`}>
      <div class="card-head">
        <AccountName account={account} />
        <span class="second">{countWords(account, count)}</span>
      </div>
      <p class="second">{aboutWords(account, source)}</p>
      {isPartial(account) && <Notice tone="warn">{partialWords(account)}</Notice>}
      {isOff && <Notice>{t('syncSourceOff')}</Notice>}
      {!isOff && <PullProgress account={account} rows={rows} />}
      <AccountChanges account={account} />
      <AccountExams exams={account.exams} />
      {hasOwner(account, source) && <AccountAddresses account={account} />}
      {!source?.isLocal && <Actions account={account} source={source} isOff={isOff} onForget={onForget} />}
    </section>
  );
}

type ActionsProps = Pick<AccountCardProps, 'account' | 'source' | 'isOff' | 'onForget'>;

function Actions({ account, source, isOff, onForget }: ActionsProps) {
  const name = accountName(account);
  // What is under way, waits or was stopped has its own button, which says more.
  const isIdle = account.progress === null && account.error?.code !== 'cancelled';
  const hasRefresh = isIdle && source !== undefined && (source.hosts.length > 0 || !!source.hostsOf);
  return (
    <div class="row-of-buttons">
      {hasRefresh && (
        <button
          type="button"
          class="button"
          aria-label={t('syncRefreshLabel', name)}
          disabled={isOff}
          onClick={() => void send('syncAccounts', { accountId: account.id })}
        >
          <RefreshCw size={16} />
          {t('refresh')}
        </button>
      )}
      <button
        type="button"
        class={hasRefresh ? 'button quiet' : 'button'}
        aria-label={t('syncForgetLabel', name)}
        onClick={onForget}
      >
        {t('accountForget')}
      </button>
    </div>
  );
}

/** Somebody signs in there with an address; files, samples and single links are nobody's account. */
function hasOwner({ links, handle, sourceId }: AccountRow, source: BadgeSource | undefined): boolean {
  return !source?.isLocal && !links && handle !== linksHandle && sourceId !== 'sample';
}

function isPartial({ statedTotal, foundTotal, progress, links }: AccountRow): boolean {
  return !links && !progress && statedTotal !== null && foundTotal !== null && foundTotal < statedTotal;
}

function partialWords({ statedTotal, foundTotal }: AccountRow): string {
  return t('accountPartial', formatNumber(foundTotal ?? 0), formatNumber(statedTotal ?? 0));
}

function countWords(account: AccountRow, count: number): string {
  if (!isPartial(account)) return tn('badgeCount', count);
  return t('syncBadgeOfTotal', formatNumber(account.foundTotal ?? 0), formatNumber(account.statedTotal ?? 0));
}

/** "Credly haneul-kim · Last refreshed 3 minutes ago": the name of the site only where the user gave another. */
function aboutWords(account: AccountRow, source: BadgeSource | undefined): string {
  if (source?.isLocal) return t('syncFilesText');
  const { label, syncedAt } = account;
  const synced = syncedAt ? t('accountSynced', formatAgo(syncedAt, new Date())) : t('accountNeverSynced');
  return label === null ? synced : `${accountOwnName(account)} · ${synced}`;
}
