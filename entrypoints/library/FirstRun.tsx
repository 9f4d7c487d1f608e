import { Check } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Failed } from '@/entrypoints/popup/ListStates';
import { t, tn } from '@/utils/i18n';
import { ConsentStep } from './ConsentStep';
import { Connect } from './Connect';
import type { ViewProps } from './Library';
import { PullProgress } from './PullProgress';
import { SuccessStep } from './SuccessStep';

interface FirstRunProps extends ViewProps {
  readonly isAgreed: boolean;
  readonly hasFailed: boolean;
}

/** One column, three steps: agree, bring badges, use one at once. What is done stays to be seen. */
export function FirstRun({ isAgreed, hasFailed, ...parts }: FirstRunProps) {
  const { rows, accounts } = parts;
  const hasBadges = rows.length > 0;
  return (
    <main class="first-run">
      <header class="first-run-head">
        <img src="/icon/lapelpin.svg" alt="" width={48} height={48} />
        <h1 tabIndex={-1}>{t('firstRunTitle')}</h1>
        <p class="second">{t('firstRunText')}</p>
      </header>
      {hasFailed && <Failed />}
      <ol class="steps">
        <Step number={1} title={t('stepConsent')} isOpen isDone={isAgreed}>
          <ConsentStep isAgreed={isAgreed} />
        </Step>
        <Step number={2} title={t('stepConnect')} isOpen={isAgreed} isDone={hasBadges}>
          {hasBadges && <p>{tn('badgesHere', rows.length)}</p>}
          {accounts.map((account) => (
            <PullProgress key={account.id} account={account} rows={rows} />
          ))}
          {!hasBadges && <Connect hasSamples={false} isMain />}
        </Step>
        <Step number={3} title={t('stepUse')} isOpen={isAgreed && hasBadges} isDone={false}>
          <SuccessStep {...parts} />
        </Step>
      </ol>
    </main>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  /** Later steps show their title alone. */
  readonly isOpen: boolean;
  readonly isDone: boolean;
  readonly children: ComponentChildren;
}

function Step({ number, title, isOpen, isDone, children }: StepProps) {
  return (
    <li class={isOpen ? 'step' : 'step later'}>
      <span class={isDone ? 'step-number done' : 'step-number'} aria-hidden="true">
        {isDone ? <Check size={16} /> : number}
      </span>
      <div class="step-body">
        <h2>
          {title}
          {isDone && <span class="unseen"> {t('stepDone')}</span>}
        </h2>
        {isOpen && children}
      </div>
    </li>
  );
}
