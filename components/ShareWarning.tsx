import { tMaybe, t } from '@/utils/i18n';
import type { BadgeRow } from '@/utils/db';
import { isWholeTranscript } from '@/utils/sources/microsoft-learn-addresses';
import { stateOf } from './badge-state';
import { Notice } from './Notice';

/** Says beforehand what those who open the link would find. */
export function ShareWarning({ badge, today }: { badge: BadgeRow; today: string }) {
  const state = badge.pageUrl === null ? 'nopage' : stateOf(badge, today);
  // What a newer award has renewed has expired all the same for whoever opens this one's page.
  const words = tMaybe(`shareWarning_${state === 'renewed' ? 'expired' : state}`);
  const isWhole = badge.pageUrl !== null && isWholeTranscript(new URL(badge.pageUrl));
  return (
    <>
      {words && <Notice tone="warn">{words}</Notice>}
      {isWhole && <Notice tone="warn">{t('shareWarning_transcript')}</Notice>}
    </>
  );
}
