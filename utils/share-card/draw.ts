import type { Badge } from '../badge';
import type { CardChoice } from './choice';
import { makeCode } from './code';
import { layoutCard } from './index';
import { measureOn, paintCard, type CardCanvas } from './paint';
import { cardSizes, type CardLayout, type Tint } from './share-card';
import { plainTint } from './tint';
import { cardTexts, type CardLanguage } from './words';

/** The badge's picture, ready to be drawn. */
export interface CardPicture {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly isVector: boolean;
  readonly tint: Tint;
}

export interface CardOrder {
  readonly badge: Badge;
  readonly picture: CardPicture | null;
  readonly choice: CardChoice;
  readonly language: CardLanguage;
  /** YYYY-MM-DD in the user's own calendar. */
  readonly today: string;
}

/** Draws a card so many pixels wide onto a canvas that it sizes itself; what stands on it comes back. */
export function drawCard(
  canvas: HTMLCanvasElement,
  order: CardOrder,
  width: number = cardSizes[order.choice.size].width,
): CardLayout | null {
  const { badge, picture, choice, language, today } = order;
  const size = cardSizes[choice.size];
  const scale = width / size.width;
  canvas.width = width;
  canvas.height = Math.round(size.height * scale);
  const context: CardCanvas | null = canvas.getContext('2d');
  if (!context) return null;
  context.scale(scale, scale);
  const isLabelled = choice.design === 'certificate';
  const code = choice.hasCode && badge.pageUrl ? makeCode(badge.pageUrl) : null;
  const layout = layoutCard(
    choice.design,
    choice.size,
    {
      texts: cardTexts(badge, { language, hasEarner: choice.hasEarner, today, isLabelled }),
      picture,
      codeModules: code && code.side,
      tint: picture?.tint ?? plainTint,
      isDark: choice.isDark,
    },
    measureOn(context),
  );
  paintCard(context, layout, picture?.image ?? null, code);
  return layout;
}
