import { Copy, Download } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { CardAlt } from '@/components/CardAlt';
import { CardCanvas } from '@/components/CardCanvas';
import { CardChoices } from '@/components/CardChoices';
import { ShareWarning } from '@/components/ShareWarning';
import { t, uiLanguage } from '@/utils/i18n';
import { shareCard, shareLanguage } from '@/utils/settings';
import { firstChoice, type CardChoice } from '@/utils/share-card/choice';
import { drawCard, type CardOrder, type CardPicture } from '@/utils/share-card/draw';
import { cardAlt, type CardLanguage } from '@/utils/share-card/words';
import { useLiveQuery } from '@/utils/use-live-query';
import type { BadgeViewProps } from './BadgeView';
import { readCardPicture } from './card-picture';
import { copyPicture, copyText } from './clipboard';
import { toBlob } from './picture-png';
import { fileNameOf, saveFile } from './save-file';
import { useSetting } from './use-setting';

/** The workshop of the share image: what it looks like, and out with it. Nothing is asked of any site. */
export function CardView(props: BadgeViewProps) {
  const { badge } = props;
  const chosen = useSetting(shareCard);
  const language = useSetting(shareLanguage);
  const picture = useLiveQuery(() => readCardPicture(badge), [badge.id]);
  const areFontsReady = useFonts();
  if (chosen === undefined || language === undefined || picture.status === 'loading' || !areFontsReady)
    return null;
  return (
    <Workshop
      {...props}
      first={chosen ?? firstChoice}
      language={language ?? (uiLanguage().startsWith('ko') ? 'ko' : 'en')}
      picture={picture.status === 'ready' ? picture.value : null}
    />
  );
}

interface WorkshopProps extends BadgeViewProps {
  readonly first: CardChoice;
  readonly language: CardLanguage;
  readonly picture: CardPicture | null;
}

function Workshop({ badge, today, say, first, language, picture }: WorkshopProps) {
  // What was pressed shows at once; what was written comes back later, and may be older by then.
  const [choice, setChoice] = useState(first);
  const [hasCode, setHasCode] = useState(false);
  const onChoice = (part: Partial<CardChoice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    void shareCard.setValue(next);
  };
  const order = useMemo(
    () => ({ badge, picture, choice, language, today }),
    [badge, picture, choice, language, today],
  );
  const alt = cardAlt(badge, { language, hasEarner: choice.hasEarner, today }, hasCode);
  const name = `${fileNameOf(`${badge.achievement.name} ${choice.size}`)}.png`;
  const save = async () => saveFile(await toPng(order), name);
  const report = async (work: Promise<void>, done: string, failed: string) => {
    const isDone = await work.then(
      () => true,
      () => false,
    );
    say({ text: isDone ? done : failed });
  };
  return (
    <>
      <ShareWarning badge={badge} today={today} />
      <section class="section card-workshop">
        <CardCanvas order={order} alt={alt} onDrawn={({ code }) => setHasCode(code !== null)} />
        <div class="row-of-buttons">
          <button
            type="button"
            class="button main"
            onClick={() => void report(save(), t('exportSaved', name), t('cardFailed'))}
          >
            <Download size={16} />
            {t('cardSave')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => void report(copyPicture(toPng(order)), t('cardCopied'), t('cardCopyFailed'))}
          >
            <Copy size={16} />
            {t('cardCopy')}
          </button>
        </div>
      </section>
      <CardChoices
        order={order}
        lacksCode={choice.hasCode && badge.pageUrl !== null && !hasCode}
        onChoice={onChoice}
        onLanguage={(next) => void shareLanguage.setValue(next)}
      />
      <CardAlt
        text={alt}
        language={language}
        onCopy={() => void report(copyText(alt), t('cardAltCopied'), t('cardAltFailed'))}
      />
    </>
  );
}

/** The card in its full size. */
async function toPng(order: CardOrder): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.lang = order.language;
  drawCard(canvas, order);
  return toBlob(canvas);
}

/** Whether the fonts are there: a card drawn before would keep the wrong ones. */
function useFonts(): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => void document.fonts.ready.then(() => setIsReady(true)), []);
  return isReady;
}
