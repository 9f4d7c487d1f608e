import { tMaybe } from '@/utils/i18n';
import type { ShareTarget } from '@/utils/share-targets/share-target';

/** A target's name: a proper name, or ours for it. */
export function targetName(target: Pick<ShareTarget, 'id' | 'name'>): string {
  return target.name ?? tMaybe(`share_${target.id}`) ?? target.id;
}
