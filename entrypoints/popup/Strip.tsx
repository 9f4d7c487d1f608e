import { CircleAlert, Info, RefreshCw, Sparkles, WifiOff, type LucideIcon } from 'lucide-preact';
import { accountName } from '@/components/account-name';
import { errorHappened, errorNext, errorWords } from '@/components/ErrorNotice';
import { pageWords, stoppedWords } from '@/components/pull-words';
import type { AccountRow, BadgeRow } from '@/utils/db';
import type { ErrorRecord } from '@/utils/errors';
import { formatAgo, formatMoment, formatNumber, t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
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
  const isStopped = ({ error }: AccountRow) => error?.code === 'cancelled';
  const failed = accounts.filter((account) => account.error !== null && !isStopped(account));
  if (failed.length > 0) return sayFailed(failed);
  const pulling = accounts.find((account) => account.progress !== null);
  if (pulling) return sayPulling(pulling);
  const stopped = accounts.find(isStopped);
  if (stopped) return sayStopped(stopped);
  const partial = accounts.find(isPartial);
  if (partial) return sayPartial(partial);
  return sayNew(rows.filter((row) => row.isNew === 1).length);
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
  const label = errorNext(first.error, first.links !== undefined);
  const action = label ? { label, onPress: () => void takeNextStep(code, first) } : null;
  const words = `${accountName(first)}: ${failureWords(first, first.error)}`;
  return { icon: CircleAlert, tone: 'error', words, action };
}

/** What happened, and when it goes on by itself. */
function failureWords({ progress, links }: AccountRow, error: ErrorRecord): string {
  const isOfLinks = links !== undefined;
  if (!progress?.notBefore) return errorWords(error, isOfLinks);
  const until = formatMoment(progress.notBefore, new Date());
  return `${errorHappened(error, isOfLinks)} ${t('syncNextTry', until)}`;
}

function sayPulling(account: AccountRow): Saying {
  return { icon: RefreshCw, tone: 'plain', words: pullingWords(account), action: null };
}

/** "Credly haneul-kim: page 2 of 5". */
function pullingWords(account: AccountRow): string {
  const name = accountName(account);
  const page = pageWords(account);
  return page === '' ? t('stripPulling', name) : `${name}: ${page}`;
}

function sayStopped(account: AccountRow): Saying {
  const words = `${accountName(account)}: ${stoppedWords(account) ?? t('error_cancelled')}`;
  const onPress = () => void send('syncAccounts', { accountId: account.id });
  return { icon: Info, tone: 'plain', words, action: { label: t('errorNext_cancelled'), onPress } };
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
