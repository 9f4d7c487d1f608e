/** Before a name. Only what is hardly a name itself: no Don, no Md. */
const titles = setOf(
  'dr prof professor mr mrs ms miss mx mme mlle sir rev engr dott dra drmed dring dipling',
);
/** Behind a name, with or without a comma. No MA, BA, DO, MD: these are names too (see `isCertificates`). */
const degrees = setOf(
  'phd dphil mba emba bba msc bsc beng meng mphil mpa mph llb llm edd dds dvm pharmd drph btech mtech bcom mcom cpa cfa cma ' +
    'pmp capm prince2 cissp ccsp cism cisa crisc cgeit ceh oscp ccna ccnp ccie csm cspo psm itil togaf shrm sphr phr gphr esq ' +
    '님 씨 박사 박사님 교수 교수님 선생 선생님 강사님 さん 様 先生 女士 小姐',
);
/** What tells father and son apart, in one wording. */
const generations: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
]);

/** The words of a name in the order of given and family name, and its generation. */
export interface Called {
  readonly words: readonly string[];
  readonly generation: string;
}

/** Leaves titles, degrees and certificates aside, and puts "Doe, Jane" in order. */
export function withoutTitles(text: string): Called {
  const [first = [], ...others] = text.split(/[,،;]/).map(tokensOf);
  const rest = others.filter((part) => !isCertificates(part, first)).flat();
  const ends = rest.filter((token) => generations.has(keyOf(token)));
  const given = rest.filter((token) => !generations.has(keyOf(token)));
  const words = [...withoutEnds(given), ...withoutEnds(first), ...ends]
    .flatMap((token) => token.split(/[^\p{L}\p{M}\p{N}-]+/u))
    .map(withoutSuffix)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && titles.has(keyOf(words[0] ?? ''))) words.shift();
  const isEnd = (word: string, index: number) => index > 0 && generations.has(keyOf(word));
  return {
    words: words.filter((word, index) => !isEnd(word, index)),
    generation: words
      .filter(isEnd)
      .map((word) => generations.get(keyOf(word)))
      .join(' '),
  };
}

/** Titles at the front and degrees at the end, as long as a word is left. */
function withoutEnds(tokens: readonly string[]): readonly string[] {
  const left = [...tokens];
  while (left.length > 1 && titles.has(keyOf(left[0] ?? ''))) left.shift();
  while (left.length > 1 && isDegree(left.at(-1) ?? '', left.slice(0, -1).join(' '))) left.pop();
  return left;
}

/** Without a comma it is told from a name by its capitals, where the name is not all capitals: Mba is a family name too. */
function isDegree(token: string, name: string): boolean {
  const key = keyOf(token);
  if (!degrees.has(key)) return false;
  if (key === 'phd' || !/[a-z]/.test(key)) return true;
  const isShouted = /\p{Lu}/u.test(name) && name === name.toUpperCase();
  return !isShouted && (token.match(/\p{Lu}/gu) ?? []).length > 1;
}

/**
 * Whether what stands behind a comma is no part of the name: known degrees, or behind a whole name in small letters
 * anything in capitals, since there are more certificates than a list could hold.
 */
function isCertificates(part: readonly string[], first: readonly string[]): boolean {
  const isWhole = first.length > 1;
  const isSmall = first.some((token) => /\p{Ll}/u.test(token));
  return part.every((token) => {
    if (degrees.has(keyOf(token))) return true;
    if (!isWhole || generations.has(keyOf(token))) return false;
    return isSmall && /^[\p{Lu}\p{N}.&+-]{2,}$/u.test(token);
  });
}

/** 김민지님, 山田太郎様: as long as two characters are left. */
function withoutSuffix(word: string): string {
  return word.replace(/^(..+?)(?:선생님|교수님|박사님|님|씨|さん|様|先生|女士)$/u, '$1');
}

function tokensOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter(Boolean);
}

/** Ph.D. and PHD alike. */
function keyOf(token: string): string {
  return token.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
