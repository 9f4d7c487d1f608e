import type { AccountRow } from '@/utils/db';
import { formatNumber, t } from '@/utils/i18n';

/** Where a pull is: "Page 2 of 5", "Link 2 of 5"; empty before the first page came and nobody knows how many there are. */
export function pageWords({ progress, links }: AccountRow): string {
  if (!progress) return '';
  const { pagesDone, pagesTotal } = progress;
  if (pagesTotal === null) return pagesDone === 0 ? '' : t('syncPage', formatNumber(pagesDone + 1));
  // A part of the links begins in the middle: the cursor counts from nought.
  const at = links ? Number(progress.cursor ?? '0') + 1 : pagesDone + 1;
  const place = formatNumber(Math.min(at, pagesTotal));
  return t(links ? 'syncLinkOf' : 'syncPageOf', place, formatNumber(pagesTotal));
}

/** Where the user stopped it: "Stopped at page 2 of 5."; null when it was not that. */
export function stoppedWords({ stopped, error, links }: AccountRow): string | null {
  if (error?.code !== 'cancelled' || !stopped) return null;
  const { pagesDone, pagesTotal } = stopped;
  if (pagesTotal === null) return t('syncStopped', formatNumber(pagesDone + 1));
  const place = formatNumber(Math.min(pagesDone + 1, pagesTotal));
  return t(links ? 'syncStoppedAtLink' : 'syncStoppedAt', place, formatNumber(pagesTotal));
}
