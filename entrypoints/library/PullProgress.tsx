import { ErrorNotice } from '@/components/ErrorNotice';
import { takeNextStep } from '@/entrypoints/popup/next-step';
import type { AccountRow, BadgeRow } from '@/utils/db';
import { formatNumber, t } from '@/utils/i18n';

interface PullProgressProps {
  readonly account: AccountRow;
  readonly rows: readonly BadgeRow[];
}

/** How a pull is getting on: "48 of 61", and in words what stopped it. */
export function PullProgress({ account, rows }: PullProgressProps) {
  const { progress, statedTotal, error } = account;
  const own = rows.filter((row) => row.accountId === account.id);
  if (error) {
    const onNext = () => void takeNextStep(error.code, account);
    return <ErrorNotice error={error} hasKept={own.length > 0} onNext={onNext} />;
  }
  if (!progress) return null;
  const count = own.filter((row) => row.runId === progress.runId).length;
  const words = statedTotal
    ? t('progressOf', formatNumber(count), formatNumber(statedTotal))
    : t('progressStarted');
  return (
    <div class="section">
      <output class="second">{words}</output>
      <div class="progress">
        <span style={{ width: `${statedTotal ? Math.min(100, (count / statedTotal) * 100) : 5}%` }} />
      </div>
    </div>
  );
}
