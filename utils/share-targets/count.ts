import type { WebUrl } from '../html';
import { withLink, type CountText } from './share-target';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as people count them: a family of emoji is one. */
export function countGraphemes(text: string): number {
  return Array.from(graphemes.segment(text)).length;
}

/** Code points of the words and their link. */
export const countCharacters: CountText = (text, url) => [...withLink(text, url, ' ')].length;

/** Graphemes of the words and their link. */
export const countGraphemesWithLink: CountText = (text, url) => countGraphemes(withLink(text, url, ' '));

/** Of words that stand alone: the link goes elsewhere. */
export const countTitle: CountText = (text) => [...text.trim()].length;

/** Graphemes, where every address weighs the same however long it is. */
export function countWithWeight(urlWeight: number): CountText {
  const marker = 'u'.repeat(urlWeight);
  return (text: string, url: WebUrl) =>
    countGraphemes(withLink(text, url, ' ').replace(/https?:\/\/[^\s]+/g, marker));
}

/** For `loadCount` where the rule is here already. */
export function ready(count: CountText): () => Promise<CountText> {
  return () => Promise.resolve(count);
}
