import { withoutTitles } from './holder-name-titles';
import { isInitial, toWord, type Word } from './holder-name-words';

/** What a profile shows at most, with room to spare. */
const maxLength = 200;
const maxWords = 12;
const maxWordLength = 40;

const scripts = (
  'Latin Hangul Han Hiragana Katakana Cyrillic Greek Arabic Hebrew Armenian Georgian Ethiopic Thai Lao Khmer Myanmar ' +
  'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala'
)
  .split(' ')
  .map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);
/** Letters of these scripts, and those that belong to none (the long vowel of kana). */
const knownLetters = new RegExp(
  `^[${scripts.map(([name]) => `\\p{Script=${name}}`).join('')}\\p{Script=Common}\\p{Script=Inherited}]+$`,
  'u',
);
/** Writings without blanks, one character a syllable or a word: no initials, and no middle names. */
export const unspaced: ReadonlySet<string> = new Set(['Hangul', 'Japanese']);
/** Written together in Japanese. */
const japanese: ReadonlySet<string> = new Set(['Han', 'Hiragana', 'Katakana']);

/** Symbols, flags, emoji, keycaps. Before NFKC, which makes letters of some (™, ℹ). */
const pictures = /[\p{So}\p{Extended_Pictographic}]|[0-9#*]\uFE0F?\u20E3/gu;
/** What is not seen: zero-width characters, direction controls, variation selectors, the tatweel that stretches Arabic. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** Apostrophes and the Catalan dot are inside a word. Before NFKC, which makes a blank and an accent of ´. */
const apostrophes = /['’‘‛ʼʻʽʾʿʹ`´′＇·]/gu;
const quotes = /[“”„‟]/gu;
const dashes = /[\u2010-\u2015\u2212]/gu;
const pronoun = '(?:she|hers?|he|him|his|they|them|theirs|ella|él|elle|iel|il|sie|ihr|er|ihm|ze|zir|xe|xem)';
const pronouns = new RegExp(`(?<!\\p{L})${pronoun}(?: ?/ ?${pronoun})+(?!\\p{L})`, 'giu');
/** Opens or closes something beside the name: a bracket, a quoted nickname, a job behind a bar. */
const besides = /([([{<«「"]|[)\]}>»」]|[|/•])/u;

/** A name in one writing. */
export interface NameForm {
  /** Its script; `Japanese` for Han and kana. */
  readonly writing: string;
  /** For Japanese, which of its scripts it uses. */
  readonly scripts: string;
  readonly words: readonly Word[];
  /** False where it stands in brackets or beside another writing, and may be something other than the name. */
  readonly isMain: boolean;
}

/** A name with its titles left aside. */
export interface HolderName {
  /** One for each writing. */
  readonly forms: readonly NameForm[];
  /** What else is said in brackets: a nickname, a former name. */
  readonly asides: readonly NameForm[];
  /** `jr`, `iii`, or nothing. */
  readonly generation: string;
}

/** Null where the text cannot be relied on: too long, with digits, with letters of two scripts in one word. */
export function parseHolderName(text: string): HolderName | null {
  if (text.length > maxLength) return null;
  const [main = '', beside = ''] = splitBesides(toClean(text));
  const { words, generation } = withoutTitles(main);
  const named = toForms(words);
  if (!named || named.length === 0) return null;
  // "김민지 Smith" is one name in two scripts; "김민지 Minji Kim" is two.
  if (named.length > 1 && !named.every(isFull)) return null;
  const rest = toForms(withoutTitles(beside).words) ?? [];
  const isNew = ({ writing }: NameForm) => !named.some((form) => form.writing === writing);
  return {
    forms: [
      ...named.map((form) => ({ ...form, isMain: named.length === 1 })),
      ...rest.filter(isNew).map((form) => ({ ...form, isMain: false })),
    ],
    asides: rest.filter((form) => !isNew(form)),
    generation,
  };
}

/** Given and family name: two words, or in Hangul, Han and kana three characters. */
export function isFull({ writing, words }: NameForm): boolean {
  if (unspaced.has(writing)) return words.length > 1 || Array.from(words[0]?.exact ?? '').length > 2;
  return words.filter((word) => !isInitial(word)).length > 1;
}

function toClean(text: string): string {
  return text
    .replace(pictures, ' ')
    .replace(apostrophes, '')
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(apostrophes, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/ [–—]+ /g, ' | ')
    .replace(dashes, '-')
    .replace(quotes, '"')
    .replace(pronouns, ' ')
    .replace(/(?<!\p{L})ph\.? ?d(?!\p{L})/giu, 'PhD');
}

/** The name itself, and what stands beside it. A bar ends the name, a bracket interrupts it. */
function splitBesides(text: string): readonly [string, string] {
  const kept: [string[], string[]] = [[], []];
  let place: 0 | 1 = 0;
  let isOver = false;
  for (const [index, piece] of text.split(besides).entries()) {
    if (index % 2 === 0) {
      kept[place].push(piece);
      continue;
    }
    isOver ||= /[|/•]/.test(piece);
    const isOpening: boolean = piece === '"' ? place === 0 : /[([{<«「]/.test(piece);
    place = isOver || isOpening ? 1 : 0;
  }
  return [kept[0].join(' '), kept[1].join(' ')];
}

/** The words by writing, in the order in which each is met. Null where one of them is not to be relied on. */
function toForms(words: readonly string[]): readonly NameForm[] | null {
  if (words.length > maxWords) return null;
  const forms = new Map<string, Word[]>();
  for (const text of words) {
    const writing = writingOf(text);
    const word = toWord(text);
    if (!writing || word.exact.length > maxWordLength) return null;
    // Phonetic letters and small capitals look like others of their own script.
    if (writing === 'Latin' && !/^[a-z]+$/.test(word.plain)) return null;
    forms.set(writing, [...(forms.get(writing) ?? []), word]);
  }
  return Array.from(forms, ([writing, found]) => ({
    writing,
    scripts: scriptsOf(found.map(({ exact }) => exact).join('')).join(' '),
    words: found,
    isMain: true,
  }));
}

/** Null for digits, for scripts that we do not know, and for letters that only look alike: a Cyrillic а in Jаne. */
function writingOf(word: string): string | null {
  if (/\p{N}/u.test(word) || !knownLetters.test(word)) return null;
  const found = scriptsOf(word);
  if (found.length > 0 && found.every((name) => japanese.has(name))) return 'Japanese';
  return found.length === 1 ? (found[0] ?? null) : null;
}

function scriptsOf(text: string): readonly string[] {
  return scripts.filter(([, letters]) => letters.test(text)).map(([name]) => name);
}
