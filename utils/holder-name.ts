import { isFull, parseHolderName, unspaced, type HolderName, type NameForm } from './holder-name-parts';
import {
  hasCommonCharacter,
  hintsOf,
  isInitial,
  isInitialOf,
  isLikeHint,
  isSameWord,
  joinWords,
  type Word,
} from './holder-name-words';

export type NameComparison = 'same' | 'different' | 'unknown';

/** De la Cruz is Delacruz: as many words are written as one, at most. */
const maxJoined = 4;

/**
 * Whether the name printed on a badge is that of a profile. It compares names, not people, and would rather not know:
 *
 * - **Left aside:** case, width, punctuation, emoji, what cannot be seen, titles, degrees in capitals, certificates
 *   behind a comma, pronouns. Accents, where one of the two words has none: Müller is Muller and Mueller, Hùng is not
 *   Hưng. What stands in brackets, in quotation marks, behind a bar or a long dash is beside the name; it counts as the
 *   name in another writing.
 * - **`same`:** the first and the last word are the same, none of them an initial. The family name may stand at the other
 *   end ("Doe, Jane", "Kim Minji"), and neighbouring words may be written as one ("Min Ji", "Min-ji", "Minji"). One
 *   side may leave out middle initials and, in the same order, one middle word; not among words of one syllable
 *   ("Kim Min Ji" is not "Kim Ji"). Initials in the middle may stand for words.
 *   Hangul, Han and kana: the same characters, at least three, or two words, on either side; 민지 alone is no full name,
 *   nor is 田中. Simplified and traditional characters are not equated.
 * - **`different`:** both are full names in the same writing, and no word of one could be meant by a word of the other:
 *   neither equal, nor as an initial, nor as a part of it (Alex, Alexander), nor nearly (Choi, Choe). Hangul, Han and kana:
 *   no character in common, also in another form of it (陳, 陈), and written in the same scripts.
 * - **`unknown`:** all else. A nickname, a married name, only a family name, only initials, another writing (nothing is
 *   ever romanized), letters of two scripts in one word, digits, more than 200 characters. John Doe Jr. and John Doe.
 *
 * Where two writings can be compared, they must not contradict each other. What is in brackets may be a company, so it
 * says `same` by itself, but `different` only where another writing says so too. The time it takes has a bound: names of
 * more than twelve words, or with a word of more than forty letters, are `unknown` too.
 */
export function compareHolderNames(printed: string, shown: string): NameComparison {
  // In one order, so that it does not matter which is which.
  const [one, other] = [printed, shown].toSorted().map(parseHolderName);
  if (!one || !other) return 'unknown';
  const pairs = one.forms.flatMap((form) =>
    other.forms.filter(({ writing }) => writing === form.writing).map((facing) => [form, facing] as const),
  );
  const found = pairs.map(([form, facing]) => compareForms(form, facing, [one, other]));
  const isSure = pairs.length > 1 || pairs.some(([form, facing]) => form.isMain && facing.isMain);
  if (isSure && found.every((each) => each === 'different')) return 'different';
  const isSame = found.includes('same') && !found.includes('different');
  return isSame && one.generation === other.generation ? 'same' : 'unknown';
}

function compareForms(form: NameForm, facing: NameForm, names: readonly HolderName[]): NameComparison {
  if (!isFull(form) || !isFull(facing)) return 'unknown';
  if (isSameForm(form, facing)) return 'same';
  const [one = [], other = []] = [form, facing].map(({ writing, words }, index) => [
    ...words,
    ...(names[index]?.asides ?? [])
      .filter((aside) => aside.writing === writing)
      .flatMap(({ words }) => words),
  ]);
  if (unspaced.has(form.writing)) {
    const isDisjoint = !hasCommonCharacter(joinWords(one).exact, joinWords(other).exact);
    return isDisjoint && form.scripts === facing.scripts ? 'different' : 'unknown';
  }
  const hints = other.flatMap(hintsOf);
  const isRelated = one.flatMap(hintsOf).some((hint) => hints.some((each) => isLikeHint(hint, each)));
  return isRelated ? 'unknown' : 'different';
}

/** In the order in which they stand, or with the family name of one of them at its other end. */
function isSameForm(form: NameForm, facing: NameForm): boolean {
  const [one, other] = [form.words, facing.words];
  if (unspaced.has(form.writing)) {
    return (
      [one, ...turned(one)].some((words) => isSameText(words, other)) ||
      turned(other).some((words) => isSameText(one, words))
    );
  }
  const longer = one.length > other.length ? one : other;
  return (
    isSameOrder(one, other, longer.every(isSyllable) ? 0 : 1) ||
    turned(one).some((words) => isSameOrder(words, other, 0)) ||
    turned(other).some((words) => isSameOrder(one, words, 0))
  );
}

/** The last word first, and the first word last. */
function turned(words: readonly Word[]): readonly (readonly Word[])[] {
  return [
    [...words.slice(-1), ...words.slice(0, -1)],
    [...words.slice(1), ...words.slice(0, 1)],
  ];
}

/** The same characters, and no blank on one side where the other has its blank elsewhere. */
function isSameText(one: readonly Word[], other: readonly Word[]): boolean {
  if (joinWords(one).exact !== joinWords(other).exact) return false;
  const [ends, facing] = [endsOf(one), endsOf(other)];
  return [...ends].every((end) => facing.has(end)) || [...facing].every((end) => ends.has(end));
}

function endsOf(words: readonly Word[]): ReadonlySet<number> {
  return new Set(words.map((_, index) => joinWords(words.slice(0, index + 1)).exact.length));
}

/** Maybe one syllable of a given name in several words, as in Korean, Chinese and Vietnamese. */
function isSyllable({ plain }: Word): boolean {
  return plain.length <= 6 && /^[b-df-hj-np-tv-xz]*[aeiouy]*[b-df-hj-np-tv-xz]*$/.test(plain);
}

/** Both ends the same, and nothing in the middle against it. */
function isSameOrder(one: readonly Word[], other: readonly Word[], mayMiss: number): boolean {
  const head = findMatch(one, other, firstWords);
  if (!head) return false;
  const [left, right] = [one.slice(head[0]), other.slice(head[1])];
  const tail = findMatch(left, right, lastWords);
  if (!tail) return false;
  return hasSameMiddle(left.slice(0, left.length - tail[0]), right.slice(0, right.length - tail[1]), mayMiss);
}

/** Whether the words are the same, but for initials and `mayMiss` words that one of the two leaves out. */
function hasSameMiddle(one: readonly Word[], other: readonly Word[], mayMiss: number): boolean {
  if (one.length === 0 || other.length === 0) {
    const left = [...one, ...other];
    return left.filter((word) => !isInitial(word)).length <= mayMiss;
  }
  const [first, facing] = [one[0], other[0]];
  const isMeant = first && facing && isInitialOf(first, facing);
  const match = findMatch(one, other, firstWords) ?? (isMeant ? [1, 1] : null);
  if (match) return hasSameMiddle(one.slice(match[0]), other.slice(match[1]), mayMiss);
  if (one.length === other.length) return false;
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  const cost = long[0] && isInitial(long[0]) ? 0 : 1;
  return cost <= mayMiss && hasSameMiddle(long.slice(1), short, mayMiss - cost);
}

type Take = (words: readonly Word[], count: number) => readonly Word[];
const firstWords: Take = (words, count) => words.slice(0, count);
const lastWords: Take = (words, count) => words.slice(words.length - count);

/** How many words of each, at one end, are the same word: one of them stands alone, and no initial is part of it. */
function findMatch(
  one: readonly Word[],
  other: readonly Word[],
  take: Take,
): readonly [number, number] | null {
  for (let count = 1; count <= maxJoined; count += 1) {
    if (isMatch(one, 1, other, count, take)) return [1, count];
    if (isMatch(one, count, other, 1, take)) return [count, 1];
  }
  return null;
}

function isMatch(
  one: readonly Word[],
  count: number,
  other: readonly Word[],
  facingCount: number,
  take: Take,
): boolean {
  if (one.length < count || other.length < facingCount) return false;
  const [words, facing] = [take(one, count), take(other, facingCount)];
  if ([...words, ...facing].some(isInitial)) return false;
  return isSameWord(joinWords(words), joinWords(facing));
}
