import { ClipboardPaste, Download, FileSearch, Link, RotateCw, X } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { shortAddress } from '@/components/evidence';
import { nameToShow } from '@/components/headline';
import { IconButton } from '@/components/IconButton';
import { VerdictLine, VerificationChecks } from '@/components/VerificationChecks';
import { AskHosts } from '@/entrypoints/popup/AskHosts';
import { takeNextStep } from '@/entrypoints/popup/next-step';
import { safeUrl } from '@/utils/html';
import { formatDay, t } from '@/utils/i18n';
import type { KnownVerification, Verification } from '@/utils/verification';
import type { Entry } from './use-verifications';
import { kindOf } from './verify-target';
import { saveReport, type ReportTarget } from './verify-report';

interface VerifyResultProps {
  readonly entry: Entry;
  /** Whether the report is unfolded; with several, their headlines stand under each other first. */
  readonly isOpen: boolean;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

/** One thing that was checked: its headline, and under it the whole report. */
export function VerifyResult({ entry, isOpen, onAgain, onRemove }: VerifyResultProps) {
  const { verification, error, state, target } = entry;
  const { missingHosts = [] } = verification ?? {};
  // The user's own opening and closing stays, also while it is checked again.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const card = useRef<HTMLElement>(null);
  // The form stands above; the answer must not wait unseen below the window's edge.
  useLayoutEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [state]);
  return (
    <article ref={card} class="card verify-result" aria-busy={state !== 'done'}>
      <div class="card-head">
        <Head entry={entry} />
        <IconButton icon={X} label={t('verifyRemove', target.name)} onPress={onRemove} />
      </div>
      <output class="verify-verdict">
        {state !== 'done' && (
          <span class="second">{t(state === 'waiting' ? 'verifyWaiting' : 'verifyChecking')}</span>
        )}
        {state === 'done' && verification && <VerdictLine known={toKnown(verification)} now={new Date()} />}
      </output>
      {error && (
        <ErrorNotice
          error={error}
          hasKept={false}
          onNext={error.code === 'too-large' ? undefined : () => void next(error.code, onAgain)}
        />
      )}
      {missingHosts.length > 0 && state === 'done' && <AskHosts hosts={missingHosts} onAllowed={onAgain} />}
      {verification && (
        <details
          class="fold report-fold"
          open={chosen ?? isOpen}
          onToggle={(event) => setChosen(event.currentTarget.open)}
        >
          <summary>{t('verifyReport')}</summary>
          <Report entry={entry} verification={verification} onAgain={onAgain} />
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
  const { verification, preview, target } = entry;
  const badge = verification?.badge;
  const origin = originOf(target, Boolean(badge?.name));
  const Icon = target.kind === 'file' ? FileSearch : kindOf(target.name) === 'link' ? Link : ClipboardPaste;
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
        <h2 dir="auto">{(verification && nameToShow(verification)) || titleOf(target)}</h2>
        {badge?.issuerName && <p dir="auto">{badge.issuerName}</p>}
        {dates && <p class="second">{dates.filter(Boolean).join(' · ')}</p>}
        {origin && <p class="second verify-name">{origin}</p>}
      </div>
    </div>
  );
}

/** What stands where the badge's own name would: a file's name, a link's host, or that something was pasted. */
function titleOf({ kind, name }: Pick<ReportTarget, 'kind' | 'name'>): string {
  if (kind === 'file') return name;
  return kindOf(name) === 'link' ? new URL(name).hostname : t('verifyPasted');
}

/** Where the badge came from, under its name; null when the title says it already. */
function originOf({ kind, name }: ReportTarget, hasName: boolean): string | null {
  if (kind === 'text' && kindOf(name) === 'link') return shortAddress(name);
  return hasName ? titleOf({ kind, name }) : null;
}

/** Nothing of what was brought is stored, so there is no earlier result beside it. */
function toKnown(verification: Verification): KnownVerification {
  return { verification, lastGood: null };
}

interface ReportProps {
  readonly entry: Entry;
  readonly verification: Verification;
  readonly onAgain: () => void;
}

function Report({ entry, verification, onAgain }: ReportProps) {
  const pageUrl = safeUrl(verification.pageUrl);
  return (
    <div class="section">
      <VerificationChecks known={toKnown(verification)} now={new Date()} isFull />
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => saveReport(entry.target, verification)}>
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
