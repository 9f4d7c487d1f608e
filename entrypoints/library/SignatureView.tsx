import { t } from '@/utils/i18n';
import { useSetting } from '@/entrypoints/popup/use-setting';
import type { BadgeId } from '@/utils/badge';
import { signature } from '@/utils/settings';
import { AddToSignature } from './AddToSignature';
import type { ViewProps } from './Library';
import { chooseForSignature } from './signature-choice';
import { SignatureList } from './SignatureList';
import { SignatureOutput } from './SignatureOutput';
import { ViewTitle } from './ViewTitle';

/** Twelve take little more than half of what Gmail allows. */
const maxBadges = 12;

/** The signature: which badges, in which order, how it looks, and the copies of it. */
export function SignatureView({ rows, say }: ViewProps) {
  const stored = useSetting(signature);
  if (!stored) return null;
  const badges = chooseForSignature(rows, stored.badgeIds);
  const save = (badgeIds: readonly BadgeId[]) => void signature.setValue({ ...stored, badgeIds });
  const change = (badgeIds: readonly BadgeId[], words: string | null) => {
    const before = stored.badgeIds;
    save(badgeIds);
    if (words) say({ text: words, onUndo: () => (save(before), say(null)) });
  };
  const isChosen = stored.badgeIds.length > 0;
  return (
    <div class="narrow">
      <ViewTitle title={t('viewSignature')} />
      <SignatureOutput badges={badges} say={say} />
      <section class="section">
        <h2>{t('signatureBadges')}</h2>
        <p class="second">{t(isChosen ? 'signatureChosen' : 'signatureDefault')}</p>
        <SignatureList badges={badges} onChange={change} />
        {badges.length < maxBadges ? (
          <AddToSignature
            rows={rows}
            taken={badges}
            onAdd={(badge) => change([...badges.map(({ id }) => id), badge.id], null)}
          />
        ) : (
          <p class="second">{t('signatureFull', maxBadges)}</p>
        )}
      </section>
    </div>
  );
}
