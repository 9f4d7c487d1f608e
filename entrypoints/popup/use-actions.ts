import type { QuickAction } from '@/components/BadgeCard';
import type { ToastMessage } from '@/components/Toast';
import { shareWords } from '@/components/words';
import type { Badge } from '@/utils/badge';
import { t } from '@/utils/i18n';
import { copyLink } from '@/utils/share-targets/copy-link';
import { linkedInPost } from '@/utils/share-targets/linkedin-post';
import type { ShareTarget } from '@/utils/share-targets/share-target';
import { copySignature, copyText } from './clipboard';
import { openAddress } from './navigation';
import { makeStoredSignature } from './make-signature';

type Say = (message: ToastMessage) => void;

export interface Actions {
  readonly share: (target: ShareTarget, badge: Badge, ownText?: string) => void;
  readonly quick: (action: QuickAction, badge: Badge) => void;
  readonly copySignatureOf: (badges: readonly Badge[]) => void;
  readonly copyValue: (value: string) => void;
}

/** What can be done with a badge, each saying in a line what it did. Every one is called straight from a click or key. */
export function makeActions(say: Say): Actions {
  const share: Actions['share'] = (target, badge, ownText) =>
    void reportTo(say, async () => {
      if (!target.accepts(badge)) return t('noPageToShare');
      const { copy, open } = target.share(badge, shareWords(badge, ownText));
      // First the clipboard: opening a tab takes the focus, and with it the right to copy.
      if (copy !== null) await copyText(copy);
      if (open) await openAddress(open);
      return copy === null ? null : t(open ? 'wordsCopied' : 'linkCopied');
    });
  const copySignatureOf: Actions['copySignatureOf'] = (badges) =>
    void reportTo(say, async () => {
      if (badges.length === 0) return null;
      // Made while the clipboard waits: the click counts when it is asked, not when the setting was read.
      await copySignature(makeStoredSignature(badges));
      return t('signatureCopied');
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

/** Does something and says so; what goes wrong is said as well, never swallowed. */
async function reportTo(say: Say, work: () => Promise<string | null>): Promise<void> {
  try {
    const text = await work();
    if (text !== null) say({ text });
  } catch {
    say({ text: t('copyFailed') });
  }
}
