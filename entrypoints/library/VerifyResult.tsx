import { Download, FileSearch, Link, RotateCw, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { headlineOf } from '@/components/headline';
import { IconButton } from '@/components/IconButton';
import { VerificationChecks } from '@/components/VerificationChecks';
import { VerificationMark } from '@/components/VerificationMark';
import { takeNextStep } from '@/entrypoints/popup/next-step';
import { safeUrl } from '@/utils/html';
import { formatDay, t } from '@/utils/i18n';
import type { VerifyAnswer } from '@/utils/messages';
import { AskHosts } from './AskHosts';
import type { Entry } from './use-verifications';
import { saveReport } from './verify-report';

interface VerifyResultProps {
  readonly entry: Entry;
  /** Whether the report is unfolded; with several, their headlines stand under each other first. */
  readonly isOpen: boolean;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

/** One thing that was checked: its headline, and under it the whole report. */
export function VerifyResult({ entry, isOpen, onAgain, onRemove }: VerifyResultProps) {
  const { answer, error, state, target } = entry;
  // The user's own opening and closing stays, also while it is checked again.
  const [chosen, setChosen] = useState<boolean | null>(null);
  return (
    <article class="card verify-result" aria-busy={state !== 'done'}>
      <div class="card-head">
        <Head entry={entry} />
        <IconButton icon={X} label={t('verifyRemove', target.name)} onPress={onRemove} />
      </div>
      {error && (
        <ErrorNotice
          error={error}
          hasKept={false}
          onNext={error.code === 'too-large' ? undefined : () => void next(error.code, onAgain)}
        />
      )}
      {answer && (
        <details
          class="fold report-fold"
          open={chosen ?? isOpen}
          onToggle={(event) => setChosen(event.currentTarget.open)}
        >
          <summary>{t('verifyReport')}</summary>
          <Report entry={entry} answer={answer} onAgain={onAgain} />
        </details>
      )}
    </article>
  );
}

async function next(code: NonNullable<Entry['error']>['code'], onAgain: () => void): Promise<void> {
  if (code === 'consent-needed') await takeNextStep(code, null);
  else onAgain();
}

function Head({ entry }: { entry: Entry }) {
  const { answer, preview, state, target } = entry;
  const badge = answer?.verification.badge;
  const Icon = target.kind === 'file' ? FileSearch : Link;
  const dates = badge && [
    badge.issuedOn && `${t('badgeEarned')} ${formatDay(badge.issuedOn.slice(0, 10))}`,
    badge.expiresOn && `${t('badgeExpires')} ${formatDay(badge.expiresOn.slice(0, 10))}`,
  ];
  return (
    <div class="verify-head">
      {preview ? (
        <img class="badge-image" src={preview} alt="" width={72} height={72} />
      ) : (
        <span class="verify-art">
          <Icon size={20} />
        </span>
      )}
      <div class="verify-words">
        <h2 dir="auto">{badge?.name || target.name}</h2>
        {badge?.issuerName && <p dir="auto">{badge.issuerName}</p>}
        {dates && <p class="second">{dates.filter(Boolean).join(' · ')}</p>}
        {badge?.name && <p class="second verify-name">{target.name}</p>}
        <output>
          {state !== 'done' && (
            <span class="second">{t(state === 'waiting' ? 'verifyWaiting' : 'verifyChecking')}</span>
          )}
          {state === 'done' && answer && (
            <VerificationMark state={headlineOf(answer.verification)} withWord />
          )}
        </output>
      </div>
    </div>
  );
}

interface ReportProps {
  readonly entry: Entry;
  readonly answer: VerifyAnswer;
  readonly onAgain: () => void;
}

function Report({ entry, answer, onAgain }: ReportProps) {
  const pageUrl = safeUrl(answer.verification.pageUrl);
  return (
    <div class="section">
      <VerificationChecks
        known={{ verification: answer.verification, lastGood: null }}
        now={new Date()}
        isFull
      />
      {answer.notAllowed.length > 0 && <AskHosts hosts={answer.notAllowed} onAllowed={onAgain} />}
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => saveReport(entry.target, answer)}>
          <Download size={16} />
          {t('verifyExport')}
        </button>
        <button type="button" class="button" disabled={entry.state !== 'done'} onClick={onAgain}>
          <RotateCw size={16} />
          {t('checkAgain')}
        </button>
        {pageUrl && (
          <a class="button" href={pageUrl} target="_blank" rel="noreferrer">
            {t('openBadgePage')}
          </a>
        )}
      </div>
    </div>
  );
}
