import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { Account } from '@/utils/badge';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';

interface ConnectProps {
  /** Sample badges are offered until there are some. */
  readonly hasSamples: boolean;
  /** The one main action of the page, where there is no other. */
  readonly isMain?: boolean;
}

/** A field that takes whatever the user pastes and says what it understood before anything is fetched. */
export function Connect({ hasSamples, isMain }: ConnectProps) {
  const [input, setInput] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<ErrorRecord | null>(null);
  const account = understand(input);
  const run = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    setError(null);
    try {
      await work();
      setInput('');
    } catch (cause) {
      setError(toAppError(cause).toRecord());
    }
    setIsBusy(false);
  };
  const connect = () => run(() => send('connectAccount', { input }));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (account && !isBusy) void connect();
  };
  return (
    <form class="connect" onSubmit={onSubmit}>
      <label class="label" for="connect-input">
        {t('connectLabel')}
      </label>
      <div class="connect-line">
        <input
          id="connect-input"
          class="field"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder={badgeSources[0]?.examples[0]}
          aria-describedby="connect-understood"
          value={input}
          onInput={(event) => setInput(event.currentTarget.value)}
        />
        <button type="submit" class={isMain ? 'button main' : 'button'} disabled={!account || isBusy}>
          {t('connectFetch')}
        </button>
      </div>
      <output id="connect-understood" class="second">
        {sayUnderstood(input, account)}
      </output>
      {error && <ErrorNotice error={error} hasKept={false} onNext={() => void connect()} />}
      {!hasSamples && (
        <p class="second">
          {t('sampleOffer')}{' '}
          <button
            type="button"
            class="button"
            disabled={isBusy}
            onClick={() => void run(() => send('addSampleBadges', {}))}
          >
            {t('sampleTake')}
          </button>
        </p>
      )}
    </form>
  );
}

function understand(input: string): Account | null {
  for (const source of badgeSources) {
    const account = source.parseAccount(input);
    if (account) return account;
  }
  return null;
}

function sayUnderstood(input: string, account: Account | null): string {
  if (input.trim() === '') return t('connectHint');
  if (!account) return t('connectNotUnderstood');
  const source = badgeSources.find((candidate) => candidate.id === account.sourceId);
  return t('connectUnderstood', source?.name ?? '', account.handle);
}
