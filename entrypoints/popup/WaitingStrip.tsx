import { MailCheck } from 'lucide-preact';
import { waitingClaims } from '@/utils/claims';
import { db, type BadgeRow } from '@/utils/db';
import { t, tn } from '@/utils/i18n';
import { useLiveQuery } from '@/utils/use-live-query';
import { showLibrary } from './navigation';

/** One thin line while badges wait for their earner: pending ones, and claim pages that were opened from a mail. */
export function WaitingStrip({ rows }: { rows: readonly BadgeRow[] }) {
  const claims = useLiveQuery(() => db.claims.toArray());
  const open = waitingClaims(claims.status === 'ready' ? claims.value : [], rows, new Date());
  const count = open.length + rows.filter(({ state }) => state === 'pending').length;
  return (
    <output class="strip-region">
      {count > 0 && (
        <span class="strip plain waiting">
          <MailCheck size={16} />
          <span>{tn('claimStrip', count)}</span>
          <button type="button" class="button quiet" onClick={() => void showLibrary('doctor')}>
            {t('claimShow')}
          </button>
        </span>
      )}
    </output>
  );
}
