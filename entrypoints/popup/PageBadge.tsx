import { ShieldCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { nameToShow } from '@/components/headline';
import { VerdictLine, VerificationChecks } from '@/components/VerificationChecks';
import { VerificationMark } from '@/components/VerificationMark';
import { sourceName, type BadgeReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import type { KnownVerification } from '@/utils/verification';
import { useLiveQuery } from '@/utils/use-live-query';
import type { OnPage } from './scan-page';

/** One finding: what is known of it, and for a badge the button that asks. */
export function PageBadge({ found: { kind, words, key } }: { readonly found: OnPage }) {
  if (kind.kind === 'badge') return <Badge reference={kind.reference} words={words} id={key} />;
  const name = sourceName(kind.sourceId);
  return (
    <div class="page-badge">
      <VerificationMark state={kind.kind === 'picture' ? 'picture' : 'invalid'} withWord />
      <p dir="auto">{words || name}</p>
      <p class="second">
        {kind.kind === 'picture'
          ? t('verdictLine_picture')
          : t('verdictLine_imitation', kind.host, sourceName(kind.sourceId))}
      </p>
    </div>
  );
}

interface BadgeProps {
  readonly reference: BadgeReference;
  readonly words: string;
  readonly id: string;
}

function Badge({ reference, words, id }: BadgeProps) {
  const last = useLiveQuery(async () => (await db.verifications.get(id)) ?? null, [id]);
  const [answer, setAnswer] = useState<KnownVerification | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const known = answer ?? (last.status === 'ready' ? last.value : null);
  const name = sourceName(reference.sourceId);
  const about = known?.verification.badge ? known.verification : known?.lastGood;
  const check = async () => {
    setIsAsking(true);
    setHasFailed(false);
    await send('verifyBadge', reference).then(setAnswer, () => setHasFailed(true));
    setIsAsking(false);
  };
  return (
    <div class="page-badge">
      {known && !isAsking ? (
        <VerdictLine known={known} sourceName={name} now={new Date()} />
      ) : (
        <VerificationMark state={isAsking ? 'checking' : 'unchecked'} withWord />
      )}
      <p dir="auto">
        <strong>{(about && nameToShow(about)) || words || name}</strong>
      </p>
      <p class="second">{about?.badge?.issuerName || name}</p>
      {known && (
        <details class="fold">
          <summary>{t('pageReport')}</summary>
          <VerificationChecks known={known} sourceName={name} now={new Date()} isFull />
        </details>
      )}
      <div aria-live="polite">{hasFailed && <p class="second">{t('checkGotNoAnswer')}</p>}</div>
      <button type="button" class="button" disabled={isAsking} onClick={() => void check()}>
        <ShieldCheck size={16} />
        {isAsking ? t('checkingWith', name) : t(known ? 'checkAgain' : 'checkNow')}
      </button>
    </div>
  );
}
