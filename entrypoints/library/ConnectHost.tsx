import { useId, useState } from 'preact/hooks';
import { ErrorNotice, errorWords } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import type { ErrorRecord } from '@/utils/errors';
import { formatList, t } from '@/utils/i18n';
import { hostIn, hostOfPattern, useConnectHost, type HostState, type NeededHosts } from './use-connect-host';

/** A card to sign in at a host with an API of the standard, which lists badges only to their owner. */
export function ConnectHost() {
  const [input, setInput] = useState('');
  const { state, connect, allow, reset } = useConnectHost();
  const id = useId();
  const isBusy = state.step === 'waiting';
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (hostIn(input) && !isBusy) connect(input);
  };
  const onInput = (text: string) => {
    setInput(text);
    if (state.step !== 'waiting') reset();
  };
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <div class="card-head">
        <h2 id={`${id}-title`}>{t('hostTitle')}</h2>
        <span class="tag">{t('syncExperimental')}</span>
      </div>
      <p class="second">{t('hostText')}</p>
      <p class="second">{t('syncExperimentalText')}</p>
      <form class="connect" onSubmit={onSubmit}>
        <label class="label" for={id}>
          {t('hostLabel')}
        </label>
        <div class="connect-line">
          <input
            id={id}
            class="field host-field"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="badges.example.org"
            aria-describedby={`${id}-said`}
            value={input}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={!hostIn(input) || isBusy}>
            {t('hostSignIn')}
          </button>
        </div>
        <output id={`${id}-said`} class="second">
          {said(state, input)}
        </output>
      </form>
      <HostNotice state={state} onAgain={() => connect(input)} onAllow={(needs) => allow(input, needs)} />
    </section>
  );
}

interface SignInAgainProps {
  /** How the account is named: `badge-connect:badges.example.org`. */
  readonly accountId: string;
  /** Why its last pull ended. */
  readonly error: ErrorRecord;
  readonly hasKept: boolean;
}

/** An account whose sign-in no longer counts, with the button that begins a new one. */
export function SignInAgain({ accountId, error, hasKept }: SignInAgainProps) {
  const { state, connect, allow } = useConnectHost();
  const again = () => connect(accountId);
  return (
    <>
      <Notice tone="error">
        <p>{errorWords(error)}</p>
        {hasKept && <p class="second">{t('errorKept')}</p>}
        <div class="row-of-buttons">
          <button type="button" class="button" disabled={state.step === 'waiting'} onClick={again}>
            {t('hostSignInAgain')}
          </button>
        </div>
      </Notice>
      <output class="second">{said(state, accountId)}</output>
      <HostNotice state={state} onAgain={again} onAllow={(needs) => allow(accountId, needs)} />
    </>
  );
}

/** What is under way, in one line that is read out. */
function said(state: HostState, input: string): string {
  if (state.step === 'waiting') return t('hostWaiting');
  if (state.step === 'done') return t('hostDone');
  return input.trim() !== '' && !hostIn(input) ? t('hostInvalid') : '';
}

interface HostNoticeProps {
  readonly state: HostState;
  readonly onAgain: () => void;
  readonly onAllow: (needs: NeededHosts) => void;
}

/** What the user must decide or know. */
function HostNotice({ state, onAgain, onAllow }: HostNoticeProps) {
  // Who closes the window knows why.
  if (state.step === 'failed' && state.error.code === 'cancelled')
    return <Notice>{t('hostCancelled')}</Notice>;
  if (state.step === 'failed') return <ErrorNotice error={state.error} hasKept={false} onNext={onAgain} />;
  if (state.step === 'refused')
    return <Notice tone="warn">{t('siteRefused', formatList(state.hosts))}</Notice>;
  if (state.step !== 'needs-hosts') return null;
  const { needs } = state;
  return (
    <Notice tone="warn">
      <p>{t('hostNeeds', needs.name, formatList(needs.hosts.map(hostOfPattern)), needs.signsInAt)}</p>
      <p class="second">{t('hostNeedsHint')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => onAllow(needs)}>
          {t('hostAllow')}
        </button>
      </div>
    </Notice>
  );
}
