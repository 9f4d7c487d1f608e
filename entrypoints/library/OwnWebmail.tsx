import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import type { SiteId } from '@/utils/site';
import { SiteNotice } from './SiteCard';
import { useSite } from './use-site';

interface OwnWebmailProps {
  readonly siteId: SiteId;
  readonly name: string;
  readonly say: (message: ToastMessage | null) => void;
}

/** Webmail software that runs on anybody's host: the user names the address, and only that host is asked for. */
export function OwnWebmail({ siteId, name, say }: OwnWebmailProps) {
  const { state, matches, error, switchOn, switchOff } = useSite(siteId);
  const [input, setInput] = useState('');
  const origin = toOrigin(input);
  const add = () => origin && switchOn([`${origin}/*`], origin);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <section class="card">
      <h2>{t('ownWebmail', name)}</h2>
      <p class="second">{t('siteWebmail', name)}</p>
      <ul class="rows">
        {matches.map((match) => (
          <li key={match} class="row-line">
            <span class="badge-words">{hostOf(match)}</span>
            <IconButton
              icon={X}
              label={t('siteRemove', hostOf(match))}
              onPress={() => {
                switchOff(new URL(match.replace(/\*$/, '')).origin);
                say({ text: t('siteSwitchedOff', hostOf(match)) });
              }}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={onSubmit}>
        <label class="label" for={`own-${siteId}`}>
          {t('ownWebmailLabel')}
        </label>
        <div class="connect-line">
          <input
            id={`own-${siteId}`}
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
      <SiteNotice state={state} name={name} onAgain={() => (origin ? add() : switchOn(matches))} />
      {error && <ErrorNotice error={error} />}
    </section>
  );
}

function hostOf(match: string): string {
  return match.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}

/** The origin of what was typed, with or without `https://`; null when it is no address that we may name. */
function toOrigin(input: string): string | null {
  const text = input.trim();
  const url = safeUrl(/^[a-z]+:/i.test(text) ? text : `https://${text}`);
  return url && new URL(url).hostname.includes('.') ? new URL(url).origin : null;
}
