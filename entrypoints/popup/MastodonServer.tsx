import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { mastodonServer } from '@/utils/settings';
import { toMastodonServer } from '@/utils/share-targets/mastodon';

/** The user's own server, asked once and kept on this computer. */
export function MastodonServer({ server }: { server: string | null }) {
  const [input, setInput] = useState(server ?? '');
  const isWrong = input.trim() !== '' && toMastodonServer(input) === null;
  const change = (text: string) => {
    setInput(text);
    void mastodonServer.setValue(toMastodonServer(text));
  };
  return (
    <div>
      <label class="label" for="mastodon-server">
        {t('mastodonServer')}
      </label>
      <input
        id="mastodon-server"
        class="field"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
        placeholder="mastodon.social"
        value={input}
        aria-invalid={isWrong}
        aria-describedby="mastodon-server-hint"
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p id="mastodon-server-hint" class="second">
        {t(isWrong ? 'mastodonServerWrong' : 'mastodonServerHint')}
      </p>
    </div>
  );
}
