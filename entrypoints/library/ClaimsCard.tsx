import { X } from 'lucide-preact';
import { IconButton } from '@/components/IconButton';
import { claimSenders, waitingClaims } from '@/utils/claims';
import { db, type BadgeRow } from '@/utils/db';
import { formatAgo, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { useLiveQuery } from '@/utils/use-live-query';
import { Steps } from './DoctorAction';

/** Badges that wait for their earner: pending ones that a source tells of, and claim pages that were opened from a mail. */
export function ClaimsCard({ rows }: { rows: readonly BadgeRow[] }) {
  const claims = useLiveQuery(() => db.claims.toArray());
  const now = new Date();
  const waiting = waitingClaims(claims.status === 'ready' ? claims.value : [], rows, now);
  const pending = rows.filter(({ state }) => state === 'pending');
  if (waiting.length + pending.length === 0) return null;
  const isCredly = [...waiting, ...pending].some(({ sourceId }) => sourceId === 'credly');
  return (
    <section class="card claims" aria-labelledby="claims-title">
      <h2 id="claims-title">{t('claimWaiting')}</h2>
      <ul class="rows">
        {pending.map((row) => (
          <li key={`${row.accountId} ${row.id}`} class="row-line">
            <span class="grow">
              <span dir="auto">{row.achievement.name}</span>{' '}
              <span class="second" dir="auto">
                {row.issuer.name}
              </span>
            </span>
            {row.pageUrl && (
              <a class="button" href={row.pageUrl} target="_blank" rel="noopener noreferrer">
                {t('claimAccept')}
              </a>
            )}
          </li>
        ))}
        {waiting.map(({ id, sourceId, openedAt }) => (
          <li key={id} class="row-line">
            <span class="grow">{t('claimOpened', serviceName(sourceId), formatAgo(openedAt, now))}</span>
            <IconButton
              icon={X}
              label={t('claimDismiss')}
              onPress={() => void send('dismissClaim', { claimId: id })}
            />
          </li>
        ))}
      </ul>
      <p class="second">{t('claimWaitingText')}</p>
      {isCredly && <Steps id="autoAccept" />}
    </section>
  );
}

function serviceName(sourceId: string): string {
  return claimSenders.find((sender) => sender.sourceId === sourceId)?.name ?? sourceId;
}
