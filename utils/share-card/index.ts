import { certificate } from './certificate';
import { fitStack } from './fit';
import type {
  Box,
  CardContent,
  CardDesign,
  CardDesignId,
  CardLayout,
  CardSizeId,
  Measure,
  Plan,
  Shape,
  Stack,
} from './share-card';
import { cardSizes } from './share-card';
import { split } from './split';
import { spotlight } from './spotlight';
import { colour } from './tint';
import { isRightToLeft } from './wrap';

/** In the order in which they are offered. */
export const cardDesigns: readonly CardDesign[] = [split, spotlight, certificate];

/** Cameras need modules of at least so many pixels; a code that would be finer is left out. */
const minModule = 3;
/** A picture of pixels is not drawn larger than this many times: it would be a blur. */
const maxEnlarging = 2.2;

/** Everything on the card and where it stands. A name that runs from right to left turns the whole card around. */
export function layoutCard(
  design: CardDesignId,
  size: CardSizeId,
  content: CardContent,
  measure: Measure,
): CardLayout {
  const { width, height } = cardSizes[size];
  const plan = (cardDesigns.find(({ id }) => id === design) ?? split).plan(size, content);
  const code = codeIn(plan.code, content);
  const texts = code ? content.texts : { ...content.texts, link: '' };
  const { tint, isDark } = content;
  const layout: CardLayout = {
    width,
    height,
    shapes: plan.shapes,
    picture: { box: pictureIn(plan.picture, content.picture), isMissing: content.picture === null },
    medal: {
      fill: {
        from: colour(tint, isDark ? 0.62 : 0.55, 0.16),
        to: colour(tint, isDark ? 0.44 : 0.36, 0.13),
        along: [plan.picture.x, plan.picture.y, plan.picture.x, plan.picture.y + plan.picture.height],
      },
      ring: colour(tint, 1, 0, 0.75),
      ink: colour(tint, 0.99, 0.005),
      initials: initialsOf(content.texts.name),
    },
    code,
    blocks: stacksOf(plan, code !== null).flatMap((stack) => fitStack(stack, texts, measure)),
  };
  return isRightToLeft(content.texts.name) ? turn(layout) : layout;
}

/** Where there is no code, the words take its room. */
function stacksOf({ stacks, roomWithoutCode: area }: Plan, hasCode: boolean): readonly Stack[] {
  if (hasCode || !area) return stacks;
  return stacks.map((stack, index) => (index === 0 ? { ...stack, area, valign: 'middle' } : stack));
}

/** Whether an address fits into a code that cameras can read in every size of card. */
export function isReadable(codeModules: number, side: number): boolean {
  return Math.floor(side / codeModules) >= minModule;
}

/** Whole pixels for each module, in the middle of its room. */
function codeIn(room: Box, { codeModules: modules, tint, isDark }: CardContent): CardLayout['code'] {
  if (modules === null || !isReadable(modules, room.width)) return null;
  const module = Math.floor(room.width / modules);
  const side = module * modules;
  const inset = Math.floor((room.width - side) / 2);
  return {
    box: { x: room.x + inset, y: room.y + inset, width: side, height: side },
    module,
    panel: room,
    line: isDark ? null : colour(tint, 0.86, 0.04),
  };
}

/** The whole picture, in the middle of its room. */
function pictureIn(room: Box, picture: CardContent['picture']): Box {
  if (!picture) return room;
  const [natural, tall] = [Math.max(1, picture.width), Math.max(1, picture.height)];
  const most = picture.isVector ? Number.POSITIVE_INFINITY : maxEnlarging;
  const scale = Math.min(room.width / natural, room.height / tall, most);
  const [width, height] = [natural * scale, tall * scale];
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

function turn(layout: CardLayout): CardLayout {
  const { width } = layout;
  const box = (one: Box): Box => ({ ...one, x: width - one.x - one.width });
  const shape = (one: Shape): Shape =>
    one.kind === 'area' ? { ...one, box: box(one.box) } : { ...one, x: width - one.x };
  const aligns = { left: 'right', right: 'left', center: 'center' } as const;
  return {
    ...layout,
    shapes: layout.shapes.map(shape),
    picture: { ...layout.picture, box: box(layout.picture.box) },
    code: layout.code && { ...layout.code, box: box(layout.code.box), panel: box(layout.code.panel) },
    blocks: layout.blocks.map((block) => ({ ...block, box: box(block.box), align: aligns[block.align] })),
  };
}

/** As on the stand-in of a picture everywhere: the first letters of two words; one syllable in Korean. */
function initialsOf(name: string): string {
  const first = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('');
  return /[\uAC00-\uD7A3]/.test(first) ? first.slice(0, 1) : first.toUpperCase();
}
