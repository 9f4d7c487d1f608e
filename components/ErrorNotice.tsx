import type { ErrorRecord } from '@/utils/errors';
import { t, tMaybe, tn } from '@/utils/i18n';
import { Notice } from './Notice';

interface ErrorNoticeProps {
  readonly error: ErrorRecord;
  /** The next step, done for the user; without it the notice only explains. */
  readonly onNext?: (() => void) | undefined;
  /** Which account it was about, where there are several. */
  readonly about?: string;
  /** False where nothing is stored that could be lost yet. */
  readonly hasKept?: boolean;
}

/** An error in words: what happened, what is still safe, and the next step as a button. */
export function ErrorNotice({ error, onNext, about, hasKept = true }: ErrorNoticeProps) {
  const next = tMaybe(`errorNext_${error.code}`);
  return (
    <Notice tone="error">
      {about && <strong>{about}</strong>}
      <p>{errorWords(error)}</p>
      {hasKept && <p class="second">{t('errorKept')}</p>}
      {next && onNext && (
        <div class="row-of-buttons">
          <button type="button" class="button" onClick={onNext}>
            {next}
          </button>
        </div>
      )}
    </Notice>
  );
}

/** What happened, in one sentence. A wait that the server asked for is named. */
export function errorWords(error: ErrorRecord): string {
  const happened = tMaybe(`error_${error.code}`) ?? t('error_unexpected');
  if (error.retryAfter === undefined) return happened;
  return `${happened} ${tn('errorWait', Math.max(1, Math.ceil(error.retryAfter / 60)))}`;
}
