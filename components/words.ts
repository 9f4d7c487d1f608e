import type { Badge } from '@/utils/badge';
import { t, tMaybe } from '@/utils/i18n';
import { toPlainLine } from '@/utils/plain-line';
import type { ShareTarget, ShareWords } from '@/utils/share-targets/share-target';

/** Longer names are cut: they would eat a post. */
const maxName = 120;

/** Words for a share, in the user's language. `ownText` replaces the sentence where the user wrote one. */
export function shareWords(badge: Badge, ownText?: string): ShareWords {
  const name = toPlainLine(badge.achievement.name, maxName);
  const issuer = toPlainLine(badge.issuer.name, maxName);
  return { title: t('shareTitle', name), text: ownText ?? t('shareText', name, issuer) };
}

/** A target's name: a proper name, or ours for it. */
export function targetName(target: ShareTarget): string {
  return target.name ?? tMaybe(`share_${target.id}`) ?? target.id;
}
