import { errorHappened, errorNext } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import { stoppedWords } from '@/components/pull-words';
import type { AccountRow } from '@/utils/db';
import { formatMoment, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';

/** The user stopped it: where that was, and how it goes on. */
export function PullStopped({ account }: { account: AccountRow }) {
  const words = stoppedWords(account) ?? t('error_cancelled');
  return (
    <Notice>
      <p>{words}</p>
      <div class="row-of-buttons">
        <button
          type="button"
          class="button"
          onClick={() => void send('syncAccounts', { accountId: account.id })}
        >
          {t('errorNext_cancelled')}
        </button>
      </div>
    </Notice>
  );
}

/** A fault that passes by itself, or a source that asked for patience: until when, and what the user may do meanwhile. */
export function PullWaits({ account }: { account: AccountRow }) {
  const { error, progress, links } = account;
  if (!error || !progress?.notBefore) return null;
  const until = formatMoment(progress.notBefore, new Date());
  const source = badgeSources.find(({ id }) => id === account.sourceId)?.name ?? account.sourceId;
  const isAsked = error.code === 'rate-limited' && error.retryAfter !== undefined;
  return (
    <Notice tone="warn">
      <p>{errorHappened(error, links !== undefined)}</p>
      <p class="second">{isAsked ? t('syncAskedToWait', source, until) : t('syncNextTry', until)}</p>
      <div class="row-of-buttons">
        <button
          type="button"
          class="button"
          onClick={() => void send('syncAccounts', { accountId: account.id })}
        >
          {isAsked ? t('syncTryNow') : (errorNext(error) ?? t('syncTryNow'))}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => void send('cancelSync', { accountId: account.id })}
        >
          {t('syncCancel')}
        </button>
      </div>
    </Notice>
  );
}
