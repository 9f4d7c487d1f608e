import { useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import type { ShareTarget } from '@/utils/share-targets/share-target';
import type { ShareMenuProps } from './ShareMenu';
import { shareWords, targetName } from './words';

type ShareTextProps = Pick<ShareMenuProps, 'badge' | 'ownText' | 'onText' | 'onShare'> & {
  readonly targets: readonly ShareTarget[];
};

/** The user's words and the places that take them. The count is the one of the place that is pointed at. */
export function ShareText({ badge, ownText, onText, onShare, targets }: ShareTextProps) {
  const [pointedAt, setPointedAt] = useState<ShareTarget | null>(null);
  const { text } = shareWords(badge, ownText);
  const accepted = targets.filter((target) => target.accepts(badge));
  if (accepted.length === 0) return null;
  const counted = pointedAt?.text?.limit ? pointedAt : accepted.find((target) => isOver(target, text, badge));
  return (
    <section class="section">
      <div>
        <label class="label" for="share-text">
          {t('yourWords')}
        </label>
        <textarea
          id="share-text"
          class="field"
          rows={3}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <div class="row-of-buttons">
        {accepted.map((target) => (
          <button
            key={target.id}
            type="button"
            class="button"
            onClick={() => onShare(target)}
            onFocus={() => setPointedAt(target)}
            onPointerEnter={() => setPointedAt(target)}
          >
            {targetName(target)}
          </button>
        ))}
      </div>
      <output class={counted && isOver(counted, text, badge) ? 'count over' : 'count'}>
        {counted ? countWords(counted, text, badge) : t('wordsHint')}
      </output>
    </section>
  );
}

type Shown = ShareTextProps['badge'];

function isOver(target: ShareTarget, text: string, { pageUrl }: Shown): boolean {
  const limit = target.text?.limit ?? null;
  return limit !== null && pageUrl !== null && (target.text?.count(text, pageUrl) ?? 0) > limit;
}

function countWords(target: ShareTarget, text: string, { pageUrl }: Shown): string {
  const used = pageUrl ? (target.text?.count(text, pageUrl) ?? 0) : 0;
  return t('textCount', targetName(target), formatNumber(used), formatNumber(target.text?.limit ?? 0));
}
