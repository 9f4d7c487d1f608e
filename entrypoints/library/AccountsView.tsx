import { RefreshCw } from 'lucide-preact';
import { Notice } from '@/components/Notice';
import { accountName } from '@/entrypoints/popup/Strip';
import type { AccountRow, BadgeRow } from '@/utils/db';
import { formatAgo, formatNumber, t, tn } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { sampleAccount } from '@/utils/sources/sample';
import { Connect } from './Connect';
import type { ViewProps } from './Library';
import { PullProgress } from './PullProgress';
import { ViewTitle } from './ViewTitle';

/** Where the badges come from: each account with its state, and the field that adds one. */
export function AccountsView({ rows, accounts, isRead, say }: ViewProps) {
  const forget = async (account: AccountRow) => {
    const name = accountName(account);
    await send('forgetAccount', { accountId: account.id });
    // The address is all it takes to have everything again.
    const onUndo = () => {
      say(null);
      void (account.url ? send('connectAccount', { input: account.url }) : send('addSampleBadges', {}));
    };
    say({ text: t('accountForgotten', name), onUndo });
  };
  return (
    <div class="narrow">
      <ViewTitle title={t('viewAccounts')} />
      {accounts.map((account) => (
        <AccountCard key={account.id} account={account} rows={rows} onForget={() => void forget(account)} />
      ))}
      <section class="card">
        <h2>{t('accountAdd')}</h2>
        {isRead && (
          <Connect
            hasSamples={accounts.some(({ id }) => id === sampleAccount.id)}
            isMain={accounts.length === 0}
          />
        )}
      </section>
    </div>
  );
}

interface AccountCardProps {
  readonly account: AccountRow;
  readonly rows: readonly BadgeRow[];
  readonly onForget: () => void;
}

function AccountCard({ account, rows, onForget }: AccountCardProps) {
  const { statedTotal, foundTotal, syncedAt, progress } = account;
  const count = rows.filter((row) => row.accountId === account.id).length;
  const isPartial = statedTotal !== null && foundTotal !== null && foundTotal < statedTotal;
  return (
    <section class="card">
      <div class="card-head">
        <h2>{accountName(account)}</h2>
        <span class="second">{tn('badgeCount', count)}</span>
      </div>
      <p class="second">
        {syncedAt ? t('accountSynced', formatAgo(syncedAt, new Date())) : t('accountNeverSynced')}
      </p>
      {isPartial && (
        <Notice tone="warn">
          {t('accountPartial', formatNumber(foundTotal), formatNumber(statedTotal))}
        </Notice>
      )}
      <PullProgress account={account} rows={rows} />
      <div class="row-of-buttons">
        <button
          type="button"
          class="button"
          disabled={progress !== null && account.error === null}
          onClick={() => void send('syncAccounts', { accountId: account.id })}
        >
          <RefreshCw size={16} />
          {t('refresh')}
        </button>
        <button type="button" class="button quiet" onClick={onForget}>
          {t('accountForget')}
        </button>
      </div>
      <p class="second">{t('accountForgetText')}</p>
    </section>
  );
}
