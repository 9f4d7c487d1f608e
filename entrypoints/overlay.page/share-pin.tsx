import { BadgeChoice } from '@/components/BadgeChoice';
import { PagePin } from '@/components/PagePin';
import { t } from '@/utils/i18n';
import { send, type ShareableBadge } from '@/utils/messages';
import { rememberCaret } from '@/utils/pages/caret';
import { insertInto } from '@/utils/pages/editor';
import { toEditor } from '@/utils/pages/find-editor';
import { mountBeside } from '@/utils/pages/mount';
import { atEditor } from '@/utils/pages/spots';
import { sayInserted } from '@/utils/pages/toast';

/** A pin where a post is written: offers the user's badges and writes the sentence with the badge's address. */
export function mountSharePin(element: Element, signal: AbortSignal, root: AbortSignal): void {
  const show = mountBeside({ target: element, spots: atEditor, size: 20 }, signal, root);
  const editor = toEditor(element);
  if (editor) rememberCaret(editor, signal);
  const draw = (badges: readonly ShareableBadge[] | null) =>
    show(
      <PagePin
        label={t('shareOneBadge')}
        isOpen={badges !== null}
        onPress={() => void toggle(badges !== null)}
      >
        {badges && (
          <BadgeChoice badges={badges} onClose={() => draw(null)} onChoose={(badge) => void choose(badge)} />
        )}
      </PagePin>,
    );
  const toggle = async (isOpen: boolean) => draw(isOpen ? null : await listBadges());
  const choose = async (badge: ShareableBadge) => {
    draw(null);
    if (editor) await insertBadge(editor, badge, root);
  };
  draw(null);
}

async function listBadges(): Promise<readonly ShareableBadge[] | null> {
  return send('listShareableBadges', {}).catch((cause: unknown) => {
    console.warn('badges:', cause);
    return null;
  });
}

async function insertBadge(editor: HTMLElement, badge: ShareableBadge, root: AbortSignal): Promise<void> {
  const { name, issuerName, pageUrl } = badge;
  const text = `${t('postSentence', name, issuerName)} ${pageUrl}`;
  const result = await insertInto(editor, { html: '', text, links: [pageUrl] }, { textOnly: true });
  sayInserted(result, root, { inserted: t('badgeInserted'), already: t('badgeAlreadyThere') });
}
