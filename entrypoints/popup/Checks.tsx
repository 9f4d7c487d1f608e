import { ShieldCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { VerificationChecks } from '@/components/VerificationChecks';
import type { Badge } from '@/utils/badge';
import { ownReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { useLiveQuery } from '@/utils/use-live-query';
import { AskHosts } from './AskHosts';

/** The last result for a badge of one's own, and the button that asks again. Nothing is asked by opening it. */
export function Checks({ badge }: { badge: Badge }) {
  const kept = useLiveQuery(() => db.originals.where('id').equals(badge.id).count(), [badge.id]);
  const isKept = kept.status === 'ready' && kept.value > 0;
  const reference = ownReference(badge, isKept);
  const key = `${reference?.sourceId}:${reference?.id}`;
  const last = useLiveQuery(async () => (await db.verifications.get(key)) ?? null, [key]);
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<ErrorRecord | null>(null);
  if (!reference && kept.status === 'loading') return null;
  if (!reference) return <p class="second">{t('noProof')}</p>;
  const check = async () => {
    setIsAsking(true);
    setError(null);
    await send('verifyOwnBadge', { badgeId: badge.id }).catch((cause: unknown) =>
      setError(toAppError(cause).toRecord()),
    );
    setIsAsking(false);
  };
  const name = issuerOrSource(badge, isKept);
  const result = last.status === 'ready' ? last.value : null;
  const { missingHosts = [] } = result?.verification ?? {};
  const words = isAsking ? t('checkingWith', name) : t(result ? 'checkAgain' : 'checkNow');
  return (
    <div class="section">
      {result && <VerificationChecks known={result} sourceName={name} now={new Date()} />}
      {!result && <p class="second">{t('checkHint', name)}</p>}
      {missingHosts.length > 0 && <AskHosts hosts={missingHosts} onAllowed={() => void check()} />}
      <div class="row-of-buttons">
        <button type="button" class="button" disabled={isAsking} onClick={() => void check()}>
          <ShieldCheck size={16} />
          {words}
        </button>
      </div>
      {error && <ErrorNotice error={error} onNext={() => void check()} />}
    </div>
  );
}

/** Who is asked: the source; for what proves itself (a file, a credential out of an API), its issuer. */
function issuerOrSource({ sourceId, issuer, pageUrl }: Badge, isKept: boolean): string {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  if (source && !source.isLocal && !isKept) return source.name;
  return pageUrl ? new URL(pageUrl).hostname : issuer.name || t('syncFilesAccount');
}
