import { useId, useMemo, useState } from 'preact/hooks';
import { ShareCompose } from '@/components/ShareCompose';
import { targetName } from '@/components/words';
import type { ToastMessage } from '@/components/Toast';
import { MastodonServer } from '@/entrypoints/popup/MastodonServer';
import { makeActions } from '@/entrypoints/popup/use-actions';
import { useSetting } from '@/entrypoints/popup/use-setting';
import type { Badge } from '@/utils/badge';
import { t, uiLanguage } from '@/utils/i18n';
import { mastodonServer } from '@/utils/settings';
import { setText, toSetBadge } from '@/utils/share-set';
import { shareTargets } from '@/utils/share-targets/index';
import { linkedInPostText } from '@/utils/share-targets/linkedin-post-text';
import type { ShareTarget, ShareText } from '@/utils/share-targets/share-target';

type TextTarget = ShareTarget & { readonly text: ShareText };

const takesText = (target: ShareTarget): target is TextTarget =>
  target.text !== null && (target.id !== 'share-sheet' || 'share' in navigator);

/** What a set has no use for. */
const nothing = () => {};

interface ShareSetProps {
  readonly name: string;
  readonly badges: readonly Badge[];
  readonly say: (message: ToastMessage | null) => void;
  readonly onClose: () => void;
}

/** A set in one post, message or mail: the words hold all its links. Places that take a link alone take no set. */
export function ShareSet({ name, badges, say, onClose }: ShareSetProps) {
  const server = useSetting(mastodonServer);
  const [id, setId] = useState(linkedInPostText.id);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string | undefined>>>({});
  const fieldId = useId();
  const actions = useMemo(() => makeActions(say), []);
  const targets = shareTargets.filter(takesText);
  const target = targets.find((one) => one.id === id) ?? linkedInPostText;
  const whole = toSetBadge(name, badges);
  if (server === undefined) return null;
  if (!whole || !takesText(target)) return <p class="second">{t('setNoPage')}</p>;
  const start = setText(name, badges);
  const settings = { mastodonServer: server };
  const go = () =>
    actions.share(target, whole, {
      words: { title: name, text: drafts[id] ?? start },
      settings,
      badges,
    });
  const isReady = !target.needs || settings[target.needs] !== null;
  const onDraft = (text: string | undefined) => setDrafts((all) => ({ ...all, [id]: text }));
  return (
    <div class="share-set">
      <label class="label" for={fieldId}>
        {t('setShareWhere')}
      </label>
      <select
        id={fieldId}
        class="field"
        value={target.id}
        onChange={(event) => setId(event.currentTarget.value)}
      >
        {targets.map((one) => (
          <option key={one.id} value={one.id}>
            {targetName(one)}
          </option>
        ))}
      </select>
      <ShareCompose
        key={target.id}
        badge={whole}
        target={target}
        language={uiLanguage().startsWith('ko') ? 'ko' : 'en'}
        onLanguage={nothing}
        template={undefined}
        onTemplate={nothing}
        start={start}
        draft={drafts[id]}
        onDraft={onDraft}
        onGo={isReady ? go : null}
        settings={settings}
        onClose={onClose}
      >
        {target.needs === 'mastodonServer' && <MastodonServer server={server} />}
      </ShareCompose>
    </div>
  );
}
