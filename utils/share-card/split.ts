import { item } from './item';
import type { Box, CardContent, CardDesign, CardSizeId, Plan, Shape, Stack } from './share-card';
import { cardSizes } from './share-card';
import { colour } from './tint';

interface Places {
  readonly panel: Box;
  readonly picture: Box;
  readonly text: Box;
  readonly code: Box;
  readonly link: Box;
  /** The name's size at most. */
  readonly name: number;
  /** All other texts by this. */
  readonly small: number;
}

function placesOf(size: CardSizeId): Places {
  const { width, height } = cardSizes[size];
  if (size === 'story')
    return {
      panel: { x: 0, y: 0, width, height: 930 },
      picture: { x: 240, y: 220, width: 600, height: 600 },
      text: { x: 88, y: 1010, width: 904, height: 420 },
      code: { x: 88, y: 1460, width: 216, height: 216 },
      link: { x: 336, y: 1460, width: 656, height: 216 },
      name: 88,
      small: 38,
    };
  if (size === 'square')
    return {
      panel: { x: 0, y: 0, width, height: 520 },
      picture: { x: 340, y: 60, width: 400, height: 400 },
      text: { x: 72, y: 572, width: 936, height: 276 },
      code: { x: 72, y: 872, width: 144, height: 144 },
      link: { x: 240, y: 872, width: 768, height: 144 },
      name: 68,
      small: 30,
    };
  return {
    panel: { x: 0, y: 0, width: 480, height },
    picture: { x: 64, y: (height - 352) / 2, width: 352, height: 352 },
    text: { x: 544, y: 60, width: 592, height: height - 60 - 60 - 128 - 24 },
    code: { x: 544, y: height - 60 - 128, width: 128, height: 128 },
    link: { x: 692, y: height - 60 - 128, width: 444, height: 128 },
    name: 60,
    small: 26,
  };
}

/** Two faces: the badge on its own colour, and its words on paper. */
export const split: CardDesign = {
  id: 'split',
  plan(size: CardSizeId, { tint, isDark }: CardContent): Plan {
    const { width, height } = cardSizes[size];
    const { panel, picture, text, code, link, name, small } = placesOf(size);
    const [x, y] = [picture.x + picture.width / 2, picture.y + picture.height / 2];
    const ink = isDark ? colour(tint, 0.97, 0.008) : colour(tint, 0.2, 0.03);
    const second = isDark ? colour(tint, 0.8, 0.02) : colour(tint, 0.43, 0.03);
    const accent = isDark ? colour(tint, 0.83, 0.13) : colour(tint, 0.45, 0.14);
    const shapes: Shape[] = [
      {
        kind: 'area',
        box: { x: 0, y: 0, width, height },
        fill: isDark ? colour(tint, 0.18, 0.018) : colour(tint, 0.99, 0.004),
      },
      {
        kind: 'area',
        box: panel,
        fill: {
          from: isDark ? colour(tint, 0.4, 0.11) : colour(tint, 0.93, 0.06),
          to: isDark ? colour(tint, 0.25, 0.08) : colour(tint, 0.8, 0.12),
          along: [panel.x, panel.y, panel.x + panel.width, panel.y + panel.height],
        },
      },
    ];
    const stacks: Stack[] = [
      {
        area: text,
        align: 'start',
        valign: 'top',
        items: [
          item('issuer', accent, 600, [small, small * 0.7], 2, 0),
          item('name', ink, 700, [name, small], 4, small * 0.5),
          item('earner', ink, 500, [small * 1.1, small * 0.8], 2, small * 0.8),
          item('date', second, 400, [small, small * 0.7], 2, small * 0.2),
          item('state', ink, 600, [small, small * 0.7], 1, small * 0.2),
        ],
      },
      {
        area: link,
        align: 'start',
        valign: 'middle',
        items: [item('link', second, 400, [small * 0.85, small * 0.6], 3, 0)],
      },
    ];
    const rings = [0.62, 0.8, 1.02, 1.28].map((part) => picture.width * part);
    shapes.push(
      {
        kind: 'glow',
        x,
        y,
        radius: picture.width * 0.85,
        colour: isDark ? colour(tint, 0.75, 0.1, 0.5) : colour(tint, 1, 0, 0.9),
      },
      {
        kind: 'rings',
        x,
        y,
        radii: rings,
        width: 2,
        colour: isDark ? colour(tint, 1, 0, 0.1) : colour(tint, 1, 0, 0.5),
      },
      // What of the rings ran over the fold.
      {
        kind: 'area',
        box:
          panel.width === width
            ? { x: 0, y: panel.height, width, height: height - panel.height }
            : { x: panel.width, y: 0, width: width - panel.width, height },
        fill: isDark ? colour(tint, 0.18, 0.018) : colour(tint, 0.99, 0.004),
      },
    );
    const roomWithoutCode = { ...text, height: code.y + code.height - text.y };
    return { shapes, picture, code, stacks, roomWithoutCode };
  },
};
