/** Graphemes are never cut; words only where one is wider than the line. */
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** After these a line of Chinese or Japanese may end. */
const closing = /[、。，．・：；！？）」』】〉》]$/u;

export type Width = (text: string) => number;

/** A text as lines no wider than `width`, as much on each as it holds. */
export function wrap(text: string, width: number, widthOf: Width): string[] {
  return fill(piecesOf(text), width, widthOf);
}

/** The same in as many lines that are about equally long, so that no word stands alone without need. */
export function balance(text: string, width: number, widthOf: Width): string[] {
  const pieces = piecesOf(text);
  const lines = fill(pieces, width, widthOf);
  if (lines.length < 2) return lines;
  // The narrowest width with as many lines: they come out about equally long.
  let [low, high] = [width / 2, width];
  let best = lines;
  for (let step = 0; step < 6; step += 1) {
    const middle = (low + high) / 2;
    const tried = fill(pieces, middle, widthOf);
    if (tried.length === lines.length && !hasSplitWord(tried, lines)) [best, high] = [tried, middle];
    else low = middle;
  }
  return best;
}

/** The first lines of a text, with a sign that there is more. */
export function cut(lines: readonly string[], count: number, width: number, widthOf: Width): string[] {
  if (lines.length <= count) return [...lines];
  const kept = lines.slice(0, count);
  const letters = Array.from(graphemes.segment(kept.at(-1) ?? ''), ({ segment }) => segment);
  while (letters.length > 0 && widthOf(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return [...kept.slice(0, -1), `${letters.join('').trimEnd()}…`];
}

/** True where the first letter that steers belongs to a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first);
}

/** Words with what sticks to them: a line may end after each. Korean ends lines between its words alone. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let mayEnd = false;
  let wasWord = false;
  for (const { segment, isWordLike } of words.segment(text)) {
    const isSpace = segment.trim() === '';
    const isWord = isWordLike === true;
    const last = pieces.length - 1;
    if (isSpace) {
      if (last >= 0) pieces[last] += ' ';
    } else if (last < 0 || mayEnd || (isWord && wasWord) || (isWord && closing.test(pieces[last] ?? ''))) {
      pieces.push(segment);
    } else pieces[last] += segment;
    mayEnd = isSpace;
    wasWord = isWord;
  }
  return pieces;
}

function fill(pieces: readonly string[], width: number, widthOf: Width): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trimEnd());
    line = piece;
    if (widthOf(piece.trimEnd()) <= width) continue;
    const parts = splitWord(piece, width, widthOf);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/** A word wider than a line, in parts that are not; one grapheme alone may be. */
function splitWord(word: string, width: number, widthOf: Width): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part && widthOf(part + segment.trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** A narrower line must not break a word that a wider one kept whole. */
function hasSplitWord(tried: readonly string[], lines: readonly string[]): boolean {
  const ends = (all: readonly string[]) => all.join(' ').split(/\s+/).length;
  return ends(tried) !== ends(lines);
}
