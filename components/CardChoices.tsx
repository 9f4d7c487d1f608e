import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { CardChoice } from '@/utils/share-card/choice';
import { drawCard, type CardOrder } from '@/utils/share-card/draw';
import { cardDesigns } from '@/utils/share-card/index';
import { cardSizeIds, type CardDesignId } from '@/utils/share-card/share-card';
import { cardLanguages, type CardLanguage } from '@/utils/share-card/words';

interface CardChoicesProps {
  readonly order: CardOrder;
  /** A code was wanted, and its address is too long for one. */
  readonly lacksCode: boolean;
  readonly onChoice: (part: Partial<CardChoice>) => void;
  readonly onLanguage: (language: CardLanguage) => void;
}

/** How languages call themselves. */
const languageNames: Readonly<Record<CardLanguage, string>> = { en: 'English', ko: '한국어' };
/** Pixels of a small card: twice what it is shown at. */
const smallWidth = 220;

/** Everything there is to choose about a card. */
export function CardChoices({ order, lacksCode, onChoice, onLanguage }: CardChoicesProps) {
  const { badge, choice, language } = order;
  return (
    <section class="section card-choices">
      <Group label={t('cardDesign')} kind="card-designs">
        {cardDesigns.map(({ id }) => (
          <Option key={id} isOn={id === choice.design} onPress={() => onChoice({ design: id })}>
            <SmallCard order={order} design={id} />
            {t(`cardDesign_${id}`)}
          </Option>
        ))}
      </Group>
      <Group label={t('cardSize')} kind="card-sizes">
        {cardSizeIds.map((id) => (
          <Option key={id} isOn={id === choice.size} onPress={() => onChoice({ size: id })}>
            <span class={`card-shape ${id}`} />
            {t(`cardSize_${id}`)}
          </Option>
        ))}
      </Group>
      <Group label={t('cardShows')} kind="card-parts">
        {badge.pageUrl && (
          <Option isOn={choice.hasCode} onPress={() => onChoice({ hasCode: !choice.hasCode })}>
            {t('share_qr')}
          </Option>
        )}
        {badge.recipientName && (
          <Option isOn={choice.hasEarner} onPress={() => onChoice({ hasEarner: !choice.hasEarner })}>
            {t('cardEarner')}
          </Option>
        )}
        <Option isOn={choice.isDark} onPress={() => onChoice({ isDark: !choice.isDark })}>
          {t('cardDark')}
        </Option>
      </Group>
      {lacksCode && <p class="second">{t('cardCodeLeftOut')}</p>}
      <Group label={t('wordsLanguage')} kind="card-parts">
        {cardLanguages.map((one) => (
          <Option key={one} lang={one} isOn={one === language} onPress={() => onLanguage(one)}>
            {languageNames[one]}
          </Option>
        ))}
      </Group>
    </section>
  );
}

function Group({ label, kind, children }: { label: string; kind: string; children: ComponentChildren }) {
  return (
    <div role="group" aria-label={label}>
      <h3>{label}</h3>
      <div class={`card-options ${kind}`}>{children}</div>
    </div>
  );
}

interface OptionProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly lang?: string;
  readonly children: ComponentChildren;
}

function Option({ isOn, onPress, lang, children }: OptionProps) {
  return (
    <button type="button" class="button card-option" lang={lang} aria-pressed={isOn} onClick={onPress}>
      {children}
    </button>
  );
}

/** The same card in another design. Always wide, so that the three stand in one row. */
function SmallCard({ order, design }: { order: CardOrder; design: CardDesignId }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const choice = { ...order.choice, design, size: 'linkedin' } as const;
    if (canvas.current) drawCard(canvas.current, { ...order, choice }, smallWidth);
  }, [order, design]);
  return <canvas ref={canvas} aria-hidden="true" lang={order.language} />;
}
