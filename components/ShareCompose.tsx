import { Copy, ExternalLink, Share2, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Badge } from '@/utils/badge';
import { formatNumber, t } from '@/utils/i18n';
import {
  fillTemplate,
  hashtagsOf,
  ownTemplate,
  placeholders,
  type ShareLanguage,
} from '@/utils/share-templates';
import {
  linkBeside,
  type CountText,
  type ShareSettings,
  type ShareTarget,
  type ShareText,
} from '@/utils/share-targets/share-target';
import { IconButton } from './IconButton';
import { ShareLanguages } from './ShareLanguages';
import { targetName } from './words';

interface ShareComposeProps {
  readonly badge: Badge;
  readonly target: ShareTarget & { readonly text: ShareText };
  readonly language: ShareLanguage;
  readonly onLanguage: (language: ShareLanguage) => void;
  /** The user's own template for this target and language; undefined for ours. */
  readonly template: string | undefined;
  readonly onTemplate: (template: string | undefined) => void;
  /** The user's own words for this badge there; undefined while the template is filled. */
  readonly draft: string | undefined;
  readonly onDraft: (text: string | undefined) => void;
  /** Null while the target lacks what it needs. */
  readonly onGo: (() => void) | null;
  /** What the words start with where no template is filled: then none is offered, nor a language for it. */
  readonly start?: string;
  readonly settings: ShareSettings;
  readonly onClose: () => void;
  /** What the target asks for once. */
  readonly children?: ComponentChildren;
}

/** Tags that fit beside a post without burying it. */
const maxTags = 8;

/** The user's words for one place, counted by its rule. Nothing is added to them that the user did not write. */
export function ShareCompose(props: ShareComposeProps) {
  const { badge, target, language, draft, onDraft, onGo, start } = props;
  // What is being typed is shown at once; what was written comes back later, and may be older by then.
  const [ownOne, setOwnOne] = useState(props.template);
  const template = ownOne ?? ownTemplate(target.text.template, language);
  const onTemplate = (next: string | undefined) => {
    setOwnOne(next);
    props.onTemplate(next);
  };
  const text = draft ?? start ?? fillTemplate(template, badge, language);
  const name = targetName(target);
  const { open, sheet } = target.share(badge, { title: '', text: '' }, props.settings);
  const Icon = sheet ? Share2 : open ? ExternalLink : Copy;
  const tags = hashtagsOf(badge)
    .filter((tag) => !text.toLowerCase().includes(tag.toLowerCase()))
    .slice(0, maxTags);
  return (
    <section class="section share-compose">
      <div class="compose-head">
        <label class="label" for="share-text">
          {t('wordsFor', name)}
        </label>
        {start === undefined && <ShareLanguages chosen={language} onChoose={props.onLanguage} />}
        <IconButton icon={X} label={t('wordsClose')} onPress={props.onClose} />
      </div>
      <textarea
        id="share-text"
        class="field"
        rows={start === undefined ? 4 : 10}
        lang={start === undefined ? language : undefined}
        dir="auto"
        value={text}
        onInput={(event) => onDraft(event.currentTarget.value)}
      />
      <Count badge={badge} target={target} text={text} name={name} />
      {tags.length > 0 && (
        <div role="group" aria-label={t('wordsTags')} class="tags">
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              class="button"
              onClick={() => onDraft(`${text.trimEnd()} ${tag}`)}
            >
              {tag}
            </button>
          ))}
        </div>
      )}
      {props.children}
      <div class="row-of-buttons">
        <button type="button" class="button main" disabled={onGo === null} onClick={() => onGo?.()}>
          <Icon size={16} />
          {goWords(name, open !== null, sheet !== undefined)}
        </button>
        {draft !== undefined && (
          <button type="button" class="button" onClick={() => onDraft(undefined)}>
            {t('wordsRefill')}
          </button>
        )}
      </div>
      {start === undefined && (
        <Template {...props} template={ownOne} onTemplate={onTemplate} shown={template} />
      )}
    </section>
  );
}

function goWords(name: string, opens: boolean, isSheet: boolean): string {
  if (isSheet) return t('wordsShare');
  return opens ? t('wordsOpen', name) : t('wordsCopy', name);
}

interface CountProps {
  readonly badge: Badge;
  readonly target: ShareTarget & { readonly text: ShareText };
  readonly text: string;
  readonly name: string;
}

/** How long it is by the rule of the place, and where the link will be. */
function Count({ badge, target, text, name }: CountProps) {
  const [count, setCount] = useState<{ readonly of: string; readonly by: CountText } | null>(null);
  const { limit } = target.text;
  useEffect(() => {
    let isCurrent = true;
    if (limit !== null)
      void target.text.loadCount().then((by) => isCurrent && setCount({ of: target.id, by }));
    return () => {
      isCurrent = false;
    };
  }, [target.id]);
  const { pageUrl } = badge;
  const used = pageUrl && count?.of === target.id ? count.by(text, pageUrl) : null;
  const isOver = used !== null && limit !== null && used > limit;
  const where = linkBeside(text, pageUrl) ? t('wordsHint') : '';
  const length =
    used === null || limit === null ? '' : t('textCount', name, formatNumber(used), formatNumber(limit));
  return (
    <output class={isOver ? 'count over' : 'count'}>
      {[length, isOver ? t('textTooLong') : where].filter(Boolean).join(' · ')}
    </output>
  );
}

/** What words of this place start with, from now on. */
function Template({ target, language, template, onTemplate, shown }: ShareComposeProps & { shown: string }) {
  return (
    <details class="fold">
      <summary>{t('templateTitle', targetName(target))}</summary>
      <label class="second" for="share-template">
        {t('templateHint', placeholders.map((name) => `{${name}}`).join(' '))}
      </label>
      <textarea
        id="share-template"
        class="field"
        rows={3}
        lang={language}
        dir="auto"
        value={shown}
        onInput={(event) => onTemplate(event.currentTarget.value)}
      />
      {template !== undefined && (
        <button type="button" class="button" onClick={() => onTemplate(undefined)}>
          {t('templateReset')}
        </button>
      )}
    </details>
  );
}
