import type { QuickAction } from '@/components/BadgeCard';
import type { ToastMessage } from '@/components/Toast';
import { targetName } from '@/components/words';
import type { Badge } from '@/utils/badge';
import { t } from '@/utils/i18n';
import { copyLink } from '@/utils/share-targets/copy-link';
import { linkedInPost } from '@/utils/share-targets/linkedin-post';
import type { ShareAction, ShareSettings, ShareTarget, ShareWords } from '@/utils/share-targets/share-target';
import { copySignature, copyText } from './clipboard';
import { openAddress } from './navigation';
import { makeStoredSignature } from './make-signature';
import { noteIfWanted, sayUsed, type Use } from './say-used';

type Say = (message: ToastMessage) => void;

/** The words of a share, and what a target needs to know of the user's own. */
export interface Writing {
  readonly words: ShareWords;
  readonly settings: ShareSettings;
  /** The badges that it is about, where they are many. */
  readonly badges?: readonly Badge[];
}

export interface Actions {
  /** `writing` may be left out for targets that take no words. */
  readonly share: (target: ShareTarget, badge: Badge, writing?: Writing) => void;
  readonly quick: (action: QuickAction, badge: Badge) => void;
  readonly copySignatureOf: (badges: readonly Badge[]) => void;
  readonly copyValue: (value: string) => void;
}

/** What can be done with a badge, each saying in a line what it did. Every one is called straight from a click or key. */
export function makeActions(say: Say): Actions {
  const share: Actions['share'] = (target, badge, writing = noWriting) =>
    void reportTo(say, async () => {
      if (!target.accepts(badge)) return t('noPageToShare');
      const { copy, open, sheet } = target.share(badge, writing.words, writing.settings);
      if (sheet) await showSheet(sheet);
      // First the clipboard: opening a tab takes the focus, and with it the right to copy.
      if (copy !== null) await copyText(copy);
      const kind = target === copyLink ? 'other' : 'post';
      const use: Use = { badges: writing.badges ?? [badge], kind, label: targetName(target) };
      // Before the tab opens: a popup closes with it.
      const isNoted = await noteIfWanted(use);
      if (open) await openAddress(open);
      sayUsed(say, wordsFor(target, badge, { copy, open }), use, isNoted);
      return null;
    });
  const copySignatureOf: Actions['copySignatureOf'] = (badges) =>
    void reportTo(say, async () => {
      if (badges.length === 0) return null;
      // Made while the clipboard waits: the click counts when it is asked, not when the setting was read.
      await copySignature(makeStoredSignature(badges));
      const use: Use = { badges, kind: 'signature', label: '' };
      sayUsed(say, t('signatureCopied'), use, await noteIfWanted(use));
      return null;
    });
  return {
    share,
    copySignatureOf,
    quick(action, badge) {
      if (action === 'signature') copySignatureOf([badge]);
      else share(action === 'copy-link' ? copyLink : linkedInPost, badge);
    },
    copyValue: (value) =>
      void reportTo(say, async () => {
        await copyText(value);
        return null;
      }),
  };
}

function wordsFor(
  target: ShareTarget,
  badge: Badge,
  { copy, open }: Pick<ShareAction, 'copy' | 'open'>,
): string {
  const name = targetName(target);
  if (copy === null) return t('shareOpened', name);
  if (open) return t('wordsCopied');
  return copy === badge.pageUrl ? t('linkCopied') : t('wordsCopiedFor', name);
}

/** For targets that take no words. */
const noWriting: Writing = { words: { title: '', text: '' }, settings: { mastodonServer: null } };

/** The system's sheet; closing it again is no fault. */
async function showSheet({ title, text, url }: NonNullable<ShareAction['sheet']>): Promise<void> {
  try {
    await navigator.share({ title, text, ...(url === '' ? {} : { url }) });
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== 'AbortError') throw cause;
  }
}

/** Does something and says so; what goes wrong is said as well, never swallowed. */
async function reportTo(say: Say, work: () => Promise<string | null>): Promise<void> {
  try {
    const text = await work();
    if (text !== null) say({ text });
  } catch {
    say({ text: t('copyFailed') });
  }
}
