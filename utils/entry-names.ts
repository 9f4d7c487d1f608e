/** Legal forms that one platform prints behind an issuer's name and another leaves out. */
const legalForms = /\b(?:inc|incorporated|corp|corporation|co|ltd|limited|llc|gmbh|plc)\b|주식회사|유한회사/g;

/**
 * Names that one issuer goes by. Credly's copies of Microsoft's badges say "Microsoft", as Learn does (recorded answers of
 * 2026-04 and 2026-07); the long name is the one that Amazon's own organisation has at Credly.
 */
const sameIssuer: ReadonlyMap<string, string> = new Map([
  ['microsoft learn', 'microsoft'],
  ['microsoft certification', 'microsoft'],
  ['amazon web services training and certification', 'amazon web services'],
]);

/** Wordings remembered at most. They repeat: a thousand badges have a few dozen issuers. */
const memoLimit = 40_000;
const plainNames = new Map<string, string>();
const issuerKeys = new Map<string, string>();

/** A name without what two platforms write differently: case, width, accents' form, marks, punctuation, spaces. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  if (plainNames.size >= memoLimit) plainNames.clear();
  const plain = toPlain(name);
  plainNames.set(name, plain);
  return plain;
}

function toPlain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[®™©]|\((?:r|tm|c)\)/g, ' ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** An issuer's name in the form in which two can be compared. */
export function issuerKey(name: string): string {
  const known = issuerKeys.get(name);
  if (known !== undefined) return known;
  if (issuerKeys.size >= memoLimit) issuerKeys.clear();
  const plain = plainName(name).replace(legalForms, ' ').replace(/\s+/g, ' ').trim();
  const key = sameIssuer.get(plain) ?? plain;
  issuerKeys.set(name, key);
  return key;
}

/**
 * A recipient's name in the form in which two can be compared: the set of its words, since platforms print given and
 * family name in either order. Null where there is none. Names in two scripts cannot be compared: see `scriptOf`.
 */
export function recipientKey(name: string | null): string | null {
  const words = plainName(name ?? '')
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return null;
  // Korean names are written with and without a space.
  return scriptOf(words.join('')) === 'hangul' ? words.join('') : words.toSorted().join(' ');
}

/** The script of a name, as far as it decides whether two names can be compared. */
export function scriptOf(text: string): 'hangul' | 'latin' | 'other' {
  if (/\p{Script=Hangul}/u.test(text)) return 'hangul';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
}
