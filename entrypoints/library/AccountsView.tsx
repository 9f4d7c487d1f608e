import { RefreshCw, Square } from 'lucide-preact';
import { accountName } from '@/components/account-name';
import { useSetting } from '@/entrypoints/popup/use-setting';
import type { SourceId } from '@/utils/badge';
import { db, type AccountRow, type BadgeRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { switchedOnSources } from '@/utils/settings';
import { badgeSources } from '@/utils/sources/index';
import type { BadgeSource } from '@/utils/sources/source';
import { useLiveQuery } from '@/utils/use-live-query';
import { AccountCard } from './AccountCard';
import { AccountSources } from './AccountSources';
import type { ViewProps } from './Library';
import { ViewTitle } from './ViewTitle';

/** Where the badges come from: the accounts of each source, with what is under way and what the last pull changed. */
export function AccountsView({ rows, accounts, isRead, say }: ViewProps) {
  const counts = useCounts();
  const forget = (account: AccountRow) => void forgetWithUndo(account, say);
  return (
    <div class="narrow">
      <ViewTitle title={t('viewAccounts')}>
        <AllAccounts accounts={accounts} />
        <a class={accounts.length === 0 ? 'button main' : 'button'} href="#add">
          {t('syncAddMore')}
        </a>
      </ViewTitle>
      {isRead && accounts.length === 0 && <p class="second">{t('syncNoAccounts')}</p>}
      {groupBySource(accounts).map((group) => (
        <SourceGroup key={group.id} {...group} rows={rows} counts={counts} onForget={forget} />
      ))}
      {accounts.length > 0 && <p class="second">{t('accountForgetText')}</p>}
      <AccountSources />
    </div>
  );
}

/** How many badges each account proves, from the index alone. */
function useCounts(): ReadonlyMap<string, number> {
  const keys = useLiveQuery(() => db.badges.orderBy('accountId').keys());
  const counts = new Map<string, number>();
  if (keys.status !== 'ready') return counts;
  for (const key of keys.value) counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
  return counts;
}

async function forgetWithUndo(account: AccountRow, say: ViewProps['say']): Promise<void> {
  // All of it is read before: what its source no longer lists would not come back with a refresh.
  const rows = await db.badges.where('accountId').equals(account.id).toArray();
  const now = (await db.accounts.get(account.id)) ?? account;
  await send('forgetAccount', { accountId: account.id });
  const onUndo = () => {
    say(null);
    void send('restoreAccount', { account: now, rows });
  };
  say({ text: t('accountForgotten', accountName(account)), onUndo });
}

/** What can be done with all of them at once. */
function AllAccounts({ accounts }: { accounts: readonly AccountRow[] }) {
  const isBusy = accounts.some(({ progress, error }) => progress && !error);
  if (isBusy) {
    return (
      <button type="button" class="button" onClick={() => void send('cancelSync', {})}>
        <Square size={16} />
        {t('syncCancelAll')}
      </button>
    );
  }
  if (accounts.length < 2) return null;
  return (
    <button type="button" class="button" onClick={() => void send('syncAccounts', {})}>
      <RefreshCw size={16} />
      {t('syncRefreshAll')}
    </button>
  );
}

interface Group {
  readonly id: SourceId;
  readonly source: BadgeSource | undefined;
  readonly accounts: readonly AccountRow[];
}

/** In the order of the sources; accounts of one that this version does not know come last. */
function groupBySource(accounts: readonly AccountRow[]): Group[] {
  const ids = [
    ...new Set([...badgeSources.map(({ id }) => id), ...accounts.map(({ sourceId }) => sourceId)]),
  ];
  return ids.flatMap((id) => {
    const own = accounts.filter(({ sourceId }) => sourceId === id);
    return own.length > 0
      ? { id, source: badgeSources.find((source) => source.id === id), accounts: own }
      : [];
  });
}

interface SourceGroupProps extends Group {
  readonly rows: readonly BadgeRow[];
  readonly counts: ReadonlyMap<string, number>;
  readonly onForget: (account: AccountRow) => void;
}

function SourceGroup({ id, source, accounts, rows, counts, onForget }: SourceGroupProps) {
  const on = useSetting(switchedOnSources) ?? [];
  const isOff = source?.standing === 'unofficial' && !on.includes(id);
  return (
    <div class="source-group">
      <h2 class="source-name">
        {source?.isLocal ? t('syncFilesAccount') : (source?.name ?? id)}
        {source?.standing && <Standing standing={source.standing} />}
      </h2>
      {source?.standing && <p class="second">{t(standingTexts[source.standing])}</p>}
      {accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          source={source}
          count={counts.get(account.id) ?? 0}
          rows={rows}
          isOff={isOff}
          onForget={() => onForget(account)}
        />
      ))}
    </div>
  );
}

const standingTexts = { unofficial: 'syncUnofficialText', experimental: 'syncExperimentalText' } as const;
const standingWords = { unofficial: 'syncUnofficial', experimental: 'syncExperimental' } as const;

function Standing({ standing }: { standing: keyof typeof standingWords }) {
  return <span class="tag">{t(standingWords[standing])}</span>;
}
