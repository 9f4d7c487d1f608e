import { OutLink } from '@/components/OutLink';
import { stateOf } from '@/components/badge-state';
import { verdictWords } from '@/components/headline';
import { ownReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { safeUrl } from '@/utils/html';
import { t } from '@/utils/i18n';
import { badgeSources } from '@/utils/sources/index';
import { postInspectorUrl } from '@/utils/share-targets/linkedin-post';
import { useLiveQuery } from '@/utils/use-live-query';

/** Who can see the badge, what its last check found, and the way to a fresh card at LinkedIn. Asks nobody. */
export function ShareHealth({ badge, today }: { badge: Entry; today: string }) {
  const reference = ownReference(badge);
  const key = `${reference?.sourceId}:${reference?.id}`;
  const last = useLiveQuery(async () => (await db.verifications.get(key)) ?? null, [key]);
  const { pageUrl, state, sourceId } = badge;
  if (!pageUrl) return null;
  const known = last.status === 'ready' ? last.value : null;
  const source = badgeSources.find(({ id }) => id === sourceId);
  const isPlain = stateOf(badge, today) === 'good';
  return (
    <section class="section share-health">
      {isPlain && <p class="second">{t(state === 'public' ? 'shareSeenByAll' : 'shareSeenUnknown')}</p>}
      <p class="second">
        {known ? verdictWords(known, source?.name, new Date()).main : t('shareNotChecked')}
      </p>
      <p class="second">
        <OutLink text={t('shareInspector')} url={safeUrl(postInspectorUrl(pageUrl).href)} />{' '}
        {t('shareInspectorHint')}
      </p>
    </section>
  );
}
