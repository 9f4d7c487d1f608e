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
  /** It is about links of single badges, not about a profile: some words differ. */
  readonly isOfLinks?: boolean;
}

/** An error in words: what happened, what is still safe, and the next step as a button. */
export function ErrorNotice({ error, onNext, about, hasKept = true, isOfLinks = false }: ErrorNoticeProps) {
  const next = errorNext(error, isOfLinks);
  return (
    <Notice tone="error">
      {about && <strong>{about}</strong>}
      <p>{errorWords(error, isOfLinks)}</p>
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
export function errorWords(error: ErrorRecord, isOfLinks = false): string {
  const happened = errorHappened(error, isOfLinks);
  if (error.retryAfter === undefined) return happened;
  return `${happened} ${tn('errorWait', Math.max(1, Math.ceil(error.retryAfter / 60)))}`;
}

/** The same without the wait. "There is no such profile" would be wrong of a badge's link. */
export function errorHappened({ code }: ErrorRecord, isOfLinks = false): string {
  const ofLinks = isOfLinks ? tMaybe(`errorLink_${code}`) : null;
  return ofLinks ?? tMaybe(`error_${code}`) ?? t('error_unexpected');
}

/** The words of the button below; null where there is nothing to do. */
export function errorNext({ code }: ErrorRecord, isOfLinks = false): string | null {
  return (isOfLinks ? tMaybe(`errorLinkNext_${code}`) : null) ?? tMaybe(`errorNext_${code}`);
}
