import { CircleAlert, Info, RefreshCw, Sparkles, WifiOff, type LucideIcon } from 'lucide-preact';
import { errorWords } from '@/components/ErrorNotice';
import type { AccountRow, BadgeRow } from '@/utils/db';
import { formatAgo, formatNumber, t, tMaybe, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { showLibrary } from './navigation';
import { takeNextStep } from './next-step';

interface Saying {
  readonly icon: LucideIcon;
  readonly tone: 'plain' | 'error';
  readonly words: string;
  readonly action: { readonly label: string; readonly onPress: () => void } | null;
}

interface StripProps {
  readonly accounts: readonly AccountRow[];
  readonly rows: readonly BadgeRow[];
  readonly isOffline: boolean;
}

/** One thin line above the list, only when there is something to say; the most pressing thing first. */
export function Strip(props: StripProps) {
  const saying = findSaying(props);
  return (
    <output class="strip-region">
      {saying && (
        <span class={`strip ${saying.tone}`}>
          <saying.icon size={16} />
          <span>{saying.words}</span>
          {saying.action && (
            <button type="button" class="button quiet" onClick={saying.action.onPress}>
              {saying.action.label}
            </button>
          )}
        </span>
      )}
    </output>
  );
}

function findSaying({ accounts, rows, isOffline }: StripProps): Saying | null {
  if (isOffline) return sayOffline(accounts);
  const failed = accounts.filter((account) => account.error !== null);
  if (failed.length > 0) return sayFailed(failed);
  const pulling = accounts.find((account) => account.progress !== null);
  if (pulling) return sayPulling(pulling, rows);
  const partial = accounts.find(isPartial);
  if (partial) return sayPartial(partial);
  return sayNew(rows.filter((row) => row.isNew === 1).length);
}

/** The account in words: "Credly haneul-kim". */
export function accountName({ sourceId, handle, url }: AccountRow): string {
  const source = badgeSources.find((candidate) => candidate.id === sourceId)?.name ?? sourceId;
  return url === null ? t('sampleAccount') : `${source} ${handle}`;
}

function isPartial({ statedTotal, foundTotal }: AccountRow): boolean {
  return statedTotal !== null && foundTotal !== null && foundTotal < statedTotal;
}

function sayOffline(accounts: readonly AccountRow[]): Saying {
  const latest = accounts
    .flatMap((account) => account.syncedAt ?? [])
    .toSorted()
    .at(-1);
  const words = latest ? t('stripOffline', formatAgo(latest, new Date())) : t('stripOfflinePlain');
  return { icon: WifiOff, tone: 'plain', words, action: null };
}

function sayFailed(failed: readonly AccountRow[]): Saying | null {
  const [first] = failed;
  if (!first?.error) return null;
  const { code } = first.error;
  if (failed.length > 1) {
    const action = { label: t('openAccounts'), onPress: () => void showLibrary('accounts') };
    return { icon: CircleAlert, tone: 'error', words: tn('stripFailed', failed.length), action };
  }
  const label = tMaybe(`errorNext_${code}`);
  const action = label ? { label, onPress: () => void takeNextStep(code, first) } : null;
  const words = `${accountName(first)}: ${errorWords(first.error)}`;
  return { icon: CircleAlert, tone: 'error', words, action };
}

function sayPulling(account: AccountRow, rows: readonly BadgeRow[]): Saying {
  const { progress, statedTotal } = account;
  const count = rows.filter((row) => row.accountId === account.id && row.runId === progress?.runId).length;
  const words = statedTotal
    ? t('stripPullingOf', accountName(account), formatNumber(count), formatNumber(statedTotal))
    : t('stripPulling', accountName(account));
  return { icon: RefreshCw, tone: 'plain', words, action: null };
}

function sayPartial(account: AccountRow): Saying {
  const { foundTotal, statedTotal } = account;
  const words = t(
    'stripPartial',
    accountName(account),
    formatNumber(foundTotal ?? 0),
    formatNumber(statedTotal ?? 0),
  );
  const action = {
    label: t('refresh'),
    onPress: () => void send('syncAccounts', { accountId: account.id }),
  };
  return { icon: Info, tone: 'plain', words, action };
}

function sayNew(count: number): Saying | null {
  if (count === 0) return null;
  const action = { label: t('markSeen'), onPress: () => void send('markBadgesSeen', {}) };
  return { icon: Sparkles, tone: 'plain', words: tn('stripNew', count), action };
}
