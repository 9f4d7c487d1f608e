import type { CardTexts, Font, Measure, Stack, StackItem, TextBlock } from './share-card';
import { balance, cut, isRightToLeft, wrap } from './wrap';

/** From the largest size to the smallest in so many steps. */
const steps = 14;
/** Lines of Hangul and of stacked scripts need more room than Latin capitals. */
const lineHeights = { large: 1.2, small: 1.36 } as const;

interface Placing {
  readonly item: StackItem;
  readonly text: string;
  readonly font: Font;
  readonly lines: readonly string[];
  readonly lineHeight: number;
}

/** A stack's texts, as large as its area allows; what does not fit even when small ends with an ellipsis or is left out. */
export function fitStack(stack: Stack, texts: CardTexts, measure: Measure): TextBlock[] {
  const items = stack.items.filter(({ role }) => texts[role] !== '');
  for (let step = 0; step <= steps; step += 1) {
    const tried = items.map((item) => set(item, texts[item.role], step, stack.area.width, measure));
    const isWhole = tried.every(({ item, lines }) => lines.length <= item.lines);
    if (isWhole && heightOf(tried) <= stack.area.height) {
      return place(
        stack,
        tried.map((one) => ({
          ...one,
          lines: balance(one.text, stack.area.width, (part) => measure(part, one.font)),
        })),
      );
    }
  }
  const cutShort = items.map((item) => {
    const whole = set(item, texts[item.role], steps, stack.area.width, measure);
    return shorten(whole, item.lines, stack.area.width, measure);
  });
  return place(stack, squeeze(cutShort, stack, measure));
}

function set(item: StackItem, text: string, step: number, width: number, measure: Measure): Placing {
  const size = Math.round(item.max + ((item.min - item.max) * step) / steps);
  const font: Font = { size, weight: item.weight, family: item.family ?? 'sans' };
  const lines = wrap(text, width, (part) => measure(part, font));
  const lineHeight = Math.ceil(size * (size >= 40 ? lineHeights.large : lineHeights.small));
  return { item, text, font, lines, lineHeight };
}

function shorten(one: Placing, count: number, width: number, measure: Measure): Placing {
  return { ...one, lines: cut(one.lines, count, width, (part) => measure(part, one.font)) };
}

/** Line after line goes, from the text that has most; then texts from the end. The first keeps a line. */
function squeeze(all: readonly Placing[], { area }: Stack, measure: Measure): readonly Placing[] {
  let sets = all;
  while (heightOf(sets) > area.height) {
    const most = Math.max(...sets.map(({ lines }) => lines.length));
    if (most <= 1 && sets.length <= 1) return [];
    if (most <= 1) sets = sets.slice(0, -1);
    else {
      const longest = sets.findIndex(({ lines }) => lines.length === most);
      sets = sets.map((one, index) =>
        index === longest ? shorten(one, most - 1, area.width, measure) : one,
      );
    }
  }
  return sets;
}

function heightOf(sets: readonly Placing[]): number {
  return sets.reduce(
    (sum, { item, lines, lineHeight }, index) => sum + lines.length * lineHeight + (index > 0 ? item.gap : 0),
    0,
  );
}

function place({ area, align, valign }: Stack, sets: readonly Placing[]): TextBlock[] {
  const rest = area.height - heightOf(sets);
  let y = area.y + (valign === 'top' ? 0 : valign === 'middle' ? Math.floor(rest / 2) : rest);
  return sets.map(({ item, text, font, lines, lineHeight }, index) => {
    if (index > 0) y += item.gap;
    const box = { x: area.x, y, width: area.width, height: lines.length * lineHeight };
    y += box.height;
    return {
      role: item.role,
      box,
      lines,
      font,
      lineHeight,
      align: align === 'center' ? 'center' : 'left',
      isRtl: isRightToLeft(text),
      colour: item.colour,
    };
  });
}
