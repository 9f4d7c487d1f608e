/** Scripts that are in common use today (Unicode TS 31, table 5). A name in any other is not meant to be read. */
const scripts =
  'Latin Greek Cyrillic Armenian Hebrew Arabic Thaana Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian Ethiopic Khmer Hangul Hiragana Katakana Bopomofo Han'
    .split(' ')
    .map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

/** Scripts that are written together ("highly restrictive", Unicode TS 39, section 5.2). */
const together = ['Latin Han Hiragana Katakana', 'Latin Han Bopomofo', 'Latin Han Hangul'].map((names) =>
  names.split(' '),
);

/** Countries under whose ending a name that looks Latin is read as what it is. */
const homes: Readonly<Record<string, string>> = {
  Cyrillic: 'ru su ua by bg kz kg mk mn rs tj uz me',
  Greek: 'gr cy',
  Armenian: 'am',
  Hebrew: 'il',
  Georgian: 'ge',
  Ethiopic: 'et er',
  Thai: 'th',
  Lao: 'la',
  Myanmar: 'mm',
  Bengali: 'bd in',
  Devanagari: 'in np',
};

/**
 * True for an internationalised label that is made to be misread: of mixed scripts, of letters that nobody writes with, or
 * of a script that looks Latin under an ending where nobody expects it. After Chromium's rules for what to show as
 * Unicode (components/url_formatter/spoof_checks), of which this is a part.
 * @param skeleton what the label looks like
 */
export function isDeceptiveLabel(label: string, suffix: string, skeleton: string): boolean {
  if (isAscii(label)) return false;
  const used = scripts.filter(([, pattern]) => pattern.test(label)).map(([name]) => name);
  const letters = [...label].filter((letter) => /\p{L}/u.test(letter));
  if (letters.some((letter) => isOfNoScript(letter) || isOddLatin(letter))) return true;
  if (/[^\p{ASCII}\p{L}\p{M}\p{N}\u30fb]/u.test(label)) return true;
  if (used.length > 1 && !together.some((set) => used.every((name) => set.includes(name)))) return true;
  // Accents belong to Latin words, not to Latin words among others.
  if (used.length > 1 && letters.some(isForeignLatin)) return true;
  if (hasStrayMark(label) || hasStrayKana(label)) return true;
  const [script] = used;
  // Digits of another script without a word of it look like other digits, or like letters.
  if (letters.length === 0) return !isWrittenIn(script ?? '', suffix);
  return used.length === 1 && script !== 'Latin' && looksLatin(skeleton) && !isAtHome(script ?? '', suffix);
}

/** Of a script that is not in the list, or of none: the letter modifiers, which look like punctuation. */
function isOfNoScript(letter: string): boolean {
  const isCommon = /[ー々〆ヽヾゝゞ]/u.test(letter);
  return !isCommon && (/\p{Lm}/u.test(letter) || !scripts.some(([, pattern]) => pattern.test(letter)));
}

/** Phonetic letters and letters of dead spellings, of which some look like our own (ɡ, ᴡ). */
function isOddLatin(letter: string): boolean {
  return (
    isForeignLatin(letter) &&
    !/[\u00c0-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u01e6-\u01e7\u0218-\u021b\u0259\u1e80-\u1ef9]/u.test(
      letter,
    )
  );
}

function isForeignLatin(letter: string): boolean {
  return /\p{Script=Latin}/u.test(letter) && !isAscii(letter);
}

/** An accent that does not melt into its letter, on Latin, Greek, Cyrillic or Hangul: one letter too many. */
function hasStrayMark(label: string): boolean {
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{N}]\p{M}|^\p{M}|(\p{M})\1/u.test(
    label.normalize('NFC'),
  );
}

/** Marks that repeat or lengthen a kana look like a hyphen or a slash behind anything else. */
function hasStrayKana(label: string): boolean {
  return /(?<![\p{Script=Hiragana}\p{Script=Katakana}ー])ー|(?<![\p{Script=Katakana}ー])[ヽヾ]|(?<!\p{Script=Hiragana})[ゝゞ]|(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])・/u.test(
    label,
  );
}

function looksLatin(skeleton: string): boolean {
  return /^[a-z0-9-]+$/.test(skeleton);
}

/** Under the ending of its country, or under one that is written in the same script. */
function isAtHome(script: string, suffix: string): boolean {
  return (homes[script] ?? '').split(' ').includes(lastOf(suffix)) || isWrittenIn(script, suffix);
}

function isWrittenIn(script: string, suffix: string): boolean {
  return scripts.some(([name, pattern]) => name === script && pattern.test(lastOf(suffix)));
}

function lastOf(suffix: string): string {
  return suffix.split('.').at(-1) ?? '';
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}
