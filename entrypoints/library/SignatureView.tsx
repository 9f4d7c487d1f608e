import { useSetting } from '@/entrypoints/popup/use-setting';
import type { BadgeId } from '@/utils/badge';
import { t, tMaybe } from '@/utils/i18n';
import { signature } from '@/utils/settings';
import { chooseToShow } from '@/utils/signature-choice';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import { layoutOf } from '@/utils/signature-render';
import { maxSignatureBadges, type SignatureSetting } from '@/utils/signature-setting';
import { AddToSignature } from './AddToSignature';
import type { ViewProps } from './Library';
import { SignatureContact } from './SignatureContact';
import { SignatureList } from './SignatureList';
import { SignatureLook } from './SignatureLook';
import { SignatureOutput } from './SignatureOutput';
import { SignaturePlacing } from './SignaturePlacing';
import { SignatureRoom } from './SignatureRoom';
import { Choice } from './SignatureViews';
import { ViewTitle } from './ViewTitle';

/** The signature studio: layout and look, the badges and their order, how others see it, and every way to take it along. */
export function SignatureView(props: ViewProps) {
  const stored = useSetting(signature);
  if (!stored) return null;
  const { rows, say } = props;
  const badges = chooseToShow(rows, stored);
  const layout = layoutOf(stored);
  const change = (part: Partial<SignatureSetting>) => void signature.setValue({ ...stored, ...part });
  return (
    <div class="narrow">
      <ViewTitle title={t('viewSignature')} />
      <div class="section">
        <div class="row-of-buttons" role="group" aria-label={t('signatureLayout')}>
          {signatureLayouts.map(({ id }) => (
            <Choice key={id} isOn={id === layout.id} onPress={() => change({ layoutId: id })}>
              {tMaybe(`layout_${id}`)}
            </Choice>
          ))}
        </div>
        <p class="second">{tMaybe(`layoutHint_${layout.id}`)}</p>
        <SignatureLook setting={stored} onChange={change} />
        {layout.uses.includes('colours') && (
          <p class="second">{tMaybe(`signatureColoursHint_${stored.colours}`)}</p>
        )}
      </div>
      <SignatureOutput badges={badges} say={say} isStudio />
      {layout.uses.includes('contact') && (
        <SignatureContact contact={stored.contact} onChange={(contact) => change({ contact })} />
      )}
      <Badges {...props} stored={stored} badges={badges} onChange={change} />
      <SignatureRoom ownLength={stored.ownLength} onChange={(ownLength) => change({ ownLength })} />
      <SignaturePlacing />
    </div>
  );
}

interface BadgesProps extends ViewProps {
  readonly stored: SignatureSetting;
  readonly badges: ReturnType<typeof chooseToShow>;
  readonly onChange: (change: Partial<SignatureSetting>) => void;
}

/** Which badges, in which order. Moving one makes the order the user's own. */
function Badges({ rows, say, stored, badges, onChange }: BadgesProps) {
  const { badgeIds: before, order } = stored;
  const change = (badgeIds: readonly BadgeId[], words: string | null) => {
    onChange({ badgeIds, order: 'own' });
    if (words) say({ text: words, onUndo: () => (onChange({ badgeIds: before, order }), say(null)) });
  };
  const isChosen = before.length > 0;
  return (
    <section class="section">
      <h2>{t('signatureBadges')}</h2>
      <p class="second">{t(isChosen ? 'signatureChosen' : 'signatureDefault')}</p>
      {isChosen && (
        <div class="row-of-buttons">
          <button type="button" class="button" onClick={() => change([], t('signatureNewestAgain'))}>
            {t('signatureTakeNewest')}
          </button>
        </div>
      )}
      <SignatureList badges={badges} onChange={change} />
      {badges.length < maxSignatureBadges ? (
        <AddToSignature
          rows={rows}
          taken={badges}
          onAdd={(badge) => change([...badges.map(({ id }) => id), badge.id], null)}
        />
      ) : (
        <p class="second">{t('signatureFull', maxSignatureBadges)}</p>
      )}
    </section>
  );
}
