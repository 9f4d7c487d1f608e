import { toQuery } from './query';
import type { ShareTarget } from './share-target';

/** Every address weighs the same: X shortens it. */
const urlWeight = 23;

/**
 * X documents `twitter.com/intent/tweet` and redirects it; `x.com/intent/post` is where it arrives. Hashtags are the
 * user's to write.
 */
export const x: ShareTarget = {
  id: 'x',
  name: 'X',
  text: { limit: 280, count: (text) => weigh(text.trim()) + 1 + urlWeight },
  accepts: (badge) => badge.pageUrl !== null,
  share: (badge, { text }) => ({
    open: new URL(`https://x.com/intent/post?${toQuery({ text: text.trim(), url: badge.pageUrl })}`),
    copy: null,
    fields: [],
  }),
};

/** X's own table (twitter-text, configuration v3): these ranges weigh 1, everything else (Hangul, too) 2. */
const light: readonly (readonly [number, number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function weigh(text: string): number {
  const emoji = /\p{Extended_Pictographic}/u;
  const graphemes = new Intl.Segmenter().segment(text.normalize('NFC'));
  return Array.from(graphemes, ({ segment }) => (emoji.test(segment) ? 2 : weighCodePoints(segment))).reduce(
    (sum, weight) => sum + weight,
    0,
  );
}

function weighCodePoints(segment: string): number {
  return Array.from(segment, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return light.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }).reduce((sum, weight) => sum + weight, 0);
}
