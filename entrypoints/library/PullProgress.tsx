import { accountName } from '@/components/account-name';
import { ErrorNotice } from '@/components/ErrorNotice';
import { pageWords } from '@/components/pull-words';
import { takeNextStep } from '@/entrypoints/popup/next-step';
import type { AccountRow, BadgeRow } from '@/utils/db';
import { formatNumber, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { isSignInAccount } from '@/utils/sources/find-host';
import { SignInAgain } from './ConnectHost';
import { PullStopped, PullWaits } from './PullStopped';

interface PullProgressProps {
  readonly account: AccountRow;
  readonly rows: readonly BadgeRow[];
}

/** How a pull is getting on: "Page 2 of 5 · 48 of 61 badges" with a way to stop it, and in words what stopped it. */
export function PullProgress({ account, rows }: PullProgressProps) {
  const { progress, error, links } = account;
  if (error?.code === 'cancelled') return <PullStopped account={account} />;
  if (error && progress?.notBefore) return <PullWaits account={account} />;
  if (!error) return progress && <PullGoesOn account={account} />;
  const hasKept = rows.some((row) => row.accountId === account.id);
  const isSignedOut = error.code === 'sign-in-required' || error.code === 'permission-needed';
  if (isSignedOut && isSignInAccount(account))
    return <SignInAgain accountId={account.id} error={error} hasKept={hasKept} />;
  return (
    <ErrorNotice
      error={error}
      isOfLinks={links !== undefined}
      hasKept={hasKept}
      onNext={() => void takeNextStep(error.code, account)}
    />
  );
}

function PullGoesOn({ account }: { account: AccountRow }) {
  const { progress, statedTotal } = account;
  const found = progress?.found ?? 0;
  const share = statedTotal ? Math.min(100, (found / statedTotal) * 100) : 0;
  return (
    <div class="pull">
      <div class="section">
        <output class="second">{progressWords(account, found)}</output>
        <div
          class="progress"
          role="progressbar"
          aria-label={accountName(account)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={statedTotal ? Math.round(share) : undefined}
        >
          <span style={{ width: `${Math.max(4, share)}%` }} />
        </div>
      </div>
      <button
        type="button"
        class="button"
        aria-label={t('syncCancelLabel', accountName(account))}
        onClick={() => void send('cancelSync', { accountId: account.id })}
      >
        {t('syncCancel')}
      </button>
    </div>
  );
}

function progressWords(account: AccountRow, found: number): string {
  const { statedTotal, links } = account;
  const page = pageWords(account);
  const badges =
    statedTotal && !links && found > 0 ? t('progressOf', formatNumber(found), formatNumber(statedTotal)) : '';
  return [page, badges].filter((words) => words !== '').join(' · ') || t('progressStarted');
}
