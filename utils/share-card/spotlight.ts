import { item } from './item';
import type { Box, CardContent, CardDesign, CardSizeId, Plan } from './share-card';
import { cardSizes } from './share-card';
import { colour } from './tint';

interface Places {
  readonly picture: Box;
  readonly text: Box;
  readonly code: Box;
  readonly link: Box;
  readonly name: number;
  readonly small: number;
}

function placesOf(size: CardSizeId): Places {
  const { width, height } = cardSizes[size];
  if (size === 'story')
    return {
      picture: { x: 230, y: 260, width: 620, height: 620 },
      text: { x: 90, y: 930, width: 900, height: 450 },
      code: { x: 435, y: 1410, width: 210, height: 210 },
      link: { x: 140, y: 1640, width: 800, height: 60 },
      name: 92,
      small: 40,
    };
  if (size === 'square')
    return {
      picture: { x: 350, y: 72, width: 380, height: 380 },
      text: { x: 90, y: 486, width: 900, height: 330 },
      code: { x: 468, y: 836, width: 144, height: 144 },
      link: { x: 140, y: 992, width: 800, height: 44 },
      name: 70,
      small: 30,
    };
  return {
    picture: { x: (width - 240) / 2, y: 44, width: 240, height: 240 },
    text: { x: 220, y: 304, width: 760, height: height - 304 - 44 },
    code: { x: 1016, y: height - 40 - 56 - 8 - 136, width: 136, height: 136 },
    link: { x: 988, y: height - 40 - 56, width: 192, height: 56 },
    name: 58,
    small: 26,
  };
}

/** The badge under a light of its own colour, everything in the middle. */
export const spotlight: CardDesign = {
  id: 'spotlight',
  plan(size: CardSizeId, { tint, isDark }: CardContent): Plan {
    const { width, height } = cardSizes[size];
    const { picture, text, code, link, name, small } = placesOf(size);
    const [x, y] = [picture.x + picture.width / 2, picture.y + picture.height / 2];
    const turned = { ...tint, hue: (tint.hue + 28) % 360 };
    const ink = isDark ? colour(tint, 0.98, 0.006) : colour(tint, 0.2, 0.04);
    const second = isDark ? colour(tint, 0.87, 0.03) : colour(tint, 0.38, 0.05);
    const isWide = width > height;
    return {
      shapes: [
        {
          kind: 'area',
          box: { x: 0, y: 0, width, height },
          fill: {
            from: isDark ? colour(tint, 0.33, 0.12) : colour(tint, 0.96, 0.03),
            to: isDark ? colour(turned, 0.15, 0.06) : colour(turned, 0.85, 0.09),
            along: [0, 0, width, height],
          },
        },
        {
          kind: 'glow',
          x,
          y,
          radius: picture.width * (isWide ? 2 : 1.35),
          colour: isDark ? colour(tint, 0.6, 0.16, 0.55) : colour(tint, 1, 0, 1),
        },
        {
          kind: 'glow',
          x,
          y,
          radius: picture.width * 0.8,
          // Bright: the edge of a badge has the colour that the light is taken from.
          colour: isDark ? colour(tint, 0.95, 0.05, 0.75) : colour(tint, 1, 0, 1),
        },
        {
          kind: 'rings',
          x,
          y,
          radii: [0.64, 0.86, 1.12, 1.42, 1.76, 2.14, 2.56].map((part) => picture.width * part),
          width: 2,
          colour: isDark ? colour(tint, 1, 0, 0.07) : colour(tint, 0.55, 0.1, 0.1),
        },
      ],
      picture,
      code,
      ...(isWide ? {} : { roomWithoutCode: { ...text, height: link.y + link.height - text.y } }),
      stacks: [
        {
          area: text,
          align: 'center',
          valign: 'middle',
          items: [
            item('name', ink, 700, [name, small], 3, 0),
            item('issuer', second, 600, [small * 1.05, small * 0.7], 2, small * 0.6),
            item('earner', ink, 500, [small, small * 0.7], 2, small * 0.6),
            item('date', second, 400, [small * 0.9, small * 0.7], 2, small * 0.2),
            item('state', ink, 600, [small * 0.9, small * 0.7], 1, small * 0.2),
          ],
        },
        {
          area: link,
          align: 'center',
          valign: 'top',
          items: [item('link', second, 400, [small * 0.75, small * 0.5], isWide ? 2 : 1, 0)],
        },
      ],
    };
  },
};
