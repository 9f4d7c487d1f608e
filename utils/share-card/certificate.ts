import { item } from './item';
import type {
  Box,
  CardContent,
  CardRole,
  CardDesign,
  CardSizeId,
  Plan,
  Shape,
  Stack,
  StackItem,
} from './share-card';
import { cardSizes } from './share-card';
import { colour } from './tint';

interface Places {
  readonly picture: Box;
  readonly text: Box;
  readonly code: Box;
  readonly issuer: Box;
  readonly date: Box;
  readonly link: Box;
  readonly name: number;
  readonly small: number;
}

function placesOf(size: CardSizeId): Places {
  const { height } = cardSizes[size];
  if (size === 'story')
    return {
      picture: { x: 290, y: 300, width: 500, height: 500 },
      text: { x: 120, y: 910, width: 840, height: 420 },
      issuer: { x: 120, y: 1410, width: 260, height: 160 },
      code: { x: 432, y: 1390, width: 216, height: 216 },
      date: { x: 700, y: 1410, width: 260, height: 160 },
      link: { x: 140, y: 1632, width: 800, height: 60 },
      name: 84,
      small: 34,
    };
  if (size === 'square')
    return {
      picture: { x: 385, y: 126, width: 310, height: 310 },
      text: { x: 110, y: 502, width: 860, height: 280 },
      issuer: { x: 96, y: 826, width: 330, height: 120 },
      code: { x: 464, y: 806, width: 152, height: 152 },
      date: { x: 654, y: 826, width: 330, height: 120 },
      link: { x: 140, y: 966, width: 800, height: 36 },
      name: 64,
      small: 26,
    };
  const base = height - 72 - 132;
  return {
    picture: { x: 116, y: (height - 290) / 2 - 14, width: 290, height: 290 },
    text: { x: 504, y: 72, width: 624, height: base - 72 - 24 },
    issuer: { x: 504, y: base + 28, width: 236, height: 104 },
    code: { x: 1000, y: base, width: 132, height: 132 },
    date: { x: 764, y: base + 28, width: 208, height: 104 },
    link: { x: 76, y: height - 72 - 30, width: 370, height: 30 },
    name: 54,
    small: 24,
  };
}

/** A printed certificate: a fine double frame, a rosette, serifs, and two lines as for signing. */
export const certificate: CardDesign = {
  id: 'certificate',
  plan(size: CardSizeId, { tint, isDark, texts }: CardContent): Plan {
    const { width, height } = cardSizes[size];
    const { picture, text, code, issuer, date, link, name, small } = placesOf(size);
    const [x, y] = [picture.x + picture.width / 2, picture.y + picture.height / 2];
    const warm = { hue: 88, strength: 1 };
    const ink = isDark ? colour(warm, 0.96, 0.015) : colour(tint, 0.22, 0.03);
    const second = isDark ? colour(warm, 0.82, 0.03) : colour(tint, 0.42, 0.03);
    const line = isDark ? colour(warm, 0.76, 0.09) : colour(tint, 0.5, 0.12);
    const frame = (inset: number, thickness: number, radius: number): Shape => ({
      kind: 'area',
      box: { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset },
      radius,
      line: { colour: line, width: thickness },
    });
    const rule = ({ x: left, y: top, width: wide }: Box): Shape => ({
      kind: 'area',
      box: { x: left, y: top - 14, width: wide, height: 2 },
      fill: line,
    });
    const strong = (role: CardRole) => item(role, ink, 600, [small * 0.95, small * 0.6], 3, 2);
    const label = (role: CardRole) => item(role, second, 400, [small * 0.72, small * 0.6], 1, 2);
    const column = (area: Box, ...items: StackItem[]): Stack => ({
      area,
      align: size === 'linkedin' || size === 'x' ? 'start' : 'center',
      valign: 'top',
      items,
    });
    return {
      shapes: [
        {
          kind: 'area',
          box: { x: 0, y: 0, width, height },
          fill: isDark
            ? { from: colour(tint, 0.27, 0.05), to: colour(tint, 0.19, 0.04), along: [0, 0, width, height] }
            : {
                from: colour(warm, 0.992, 0.006),
                to: colour(warm, 0.968, 0.016),
                along: [0, 0, width, height],
              },
        },
        {
          kind: 'rosette',
          x,
          y,
          radius: picture.width * 0.66,
          colour: isDark ? colour(warm, 0.76, 0.09, 0.4) : colour(tint, 0.5, 0.12, 0.38),
        },
        {
          kind: 'glow',
          x,
          y,
          radius: picture.width * 0.62,
          colour: isDark ? colour(tint, 0.3, 0.05, 1) : colour(warm, 0.99, 0.008, 1),
        },
        frame(24, 5, 10),
        frame(36, 1.5, 4),
        ...(texts.issuer ? [rule(issuer)] : []),
        ...(texts.date ? [rule(date)] : []),
      ],
      picture,
      code,
      stacks: [
        {
          area: text,
          align: size === 'linkedin' || size === 'x' ? 'start' : 'center',
          valign: 'middle',
          items: [
            item('earner', second, 400, [small * 1.25, small * 0.8], 2, 0, 'serif'),
            item('name', ink, 700, [name, small], 4, small * 0.5, 'serif'),
            item('state', ink, 600, [small, small * 0.7], 1, small * 0.5),
          ],
        },
        column(issuer, label('issuerLabel'), strong('issuer')),
        column(date, label('dateLabel'), strong('date')),
        {
          area: link,
          align: 'center',
          valign: 'bottom',
          items: [item('link', second, 400, [small * 0.75, small * 0.55], 1, 0)],
        },
      ],
    };
  },
};
