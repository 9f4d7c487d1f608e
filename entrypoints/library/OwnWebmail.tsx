import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { ToastMessage } from '@/components/Toast';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import type { SiteId } from '@/utils/site';
import type { Webmail } from '@/utils/webmails/webmail';
import { OwnHosts } from './OwnHosts';
import { SiteNotice } from './SiteCard';
import { useSite } from './use-site';

interface OwnWebmailProps {
  /** Those that run on any host. */
  readonly webmails: readonly Webmail[];
  readonly say: (message: ToastMessage | null) => void;
}

/** Webmail software on a host of one's own: the user names the address, and only that host is asked for. */
export function OwnWebmail({ webmails, say }: OwnWebmailProps) {
  const [id, setId] = useState(webmails[0]?.id ?? '');
  const webmail = webmails.find((candidate) => candidate.id === id);
  const { state, matches, error, switchOn } = useSite(id as SiteId);
  const [input, setInput] = useState('');
  const origin = toOrigin(input);
  const add = () => origin && switchOn([`${origin}/*`], origin);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <section class="card">
      <h2>{t('ownWebmail')}</h2>
      <p class="second">{t('ownWebmailText')}</p>
      <ul class="rows">
        {webmails.map((candidate) => (
          <OwnHosts key={candidate.id} webmail={candidate} say={say} />
        ))}
      </ul>
      <form class="section" onSubmit={onSubmit}>
        <label class="label" for="own-software">
          {t('ownWebmailSoftware')}
        </label>
        <select
          id="own-software"
          class="field"
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        >
          {webmails.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {webmail?.evidence === 'reported' && <p class="second">{t('siteReported')}</p>}
        <label class="label" for="own-address">
          {t('ownWebmailLabel')}
        </label>
        <div class="connect-line">
          <input
            id="own-address"
            class="field"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://mail.example.org"
            value={input}
            onInput={(event) => setInput(event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={!origin}>
            {t('ownWebmailAdd')}
          </button>
        </div>
        <output class="second">{input.trim() !== '' && !origin ? t('ownWebmailHttps') : ''}</output>
      </form>
      <SiteNotice
        state={state}
        name={webmail?.name ?? ''}
        onAgain={() => (origin ? add() : switchOn(matches))}
      />
      {error && <ErrorNotice error={error} />}
    </section>
  );
}

/** The origin of what was typed, with or without `https://`; null when it is no address that we may name. */
function toOrigin(input: string): string | null {
  const text = input.trim();
  const url = safeUrl(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return url && new URL(url).hostname.includes('.') ? new URL(url).origin : null;
}
