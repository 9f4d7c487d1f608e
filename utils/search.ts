import { disassemble, getChoseong } from 'es-hangul';
import type { Badge } from './badge';

/** What of a badge is searched: name, issuer and skills, prepared once per wording. */
interface Haystack {
  readonly text: string;
  /** Syllables taken apart (쿠 → ㅋㅜ), so that one still being typed is found. Made on the first Korean query. */
  jamo: string | null;
  /** First consonants (쿠버네티스 → ㅋㅂㄴㅌㅅ). */
  initials: string | null;
}

type Worded = Pick<Badge, 'achievement' | 'issuer'>;
/** A badge, with the wordings of all that proves it where there is more than one. */
type Searchable = Worded & { readonly proofs?: readonly Worded[] };

/** Wordings remembered at most; a collection that was replaced goes sooner or later. */
const memoLimit = 40_000;
const hangul = /[\u3131-\u318E\uAC00-\uD7A3]/;
const consonantsOnly = /^[\u3131-\u314E]+$/;

/**
 * Makes a search with a memory of its own: the first keystroke prepares every badge, later ones only compare. Every
 * word of the query must be found. Korean is found by syllables, by one that is not finished (쿠버ㄴ, 쿠번) and by
 * first consonants (ㅋㅂㄴ).
 */
export function createSearch(): <T extends Searchable>(badges: readonly T[], query: string) => readonly T[] {
  const memo = new Map<string, Haystack>();
  return (badges, query) => {
    const words = toWords(query);
    if (words.length === 0) return badges;
    if (memo.size > memoLimit) memo.clear();
    return badges.filter((badge) => {
      const haystack = remember(memo, toText(badge));
      return words.every((word) => word.isIn(haystack));
    });
  };
}

/** The same for one text, without a memory: for short lists that are not badges. */
export function matchesQuery(text: string, query: string): boolean {
  const haystack: Haystack = { text: normalise(text), jamo: null, initials: null };
  return toWords(query).every((word) => word.isIn(haystack));
}

interface Word {
  isIn(haystack: Haystack): boolean;
}

function toWords(query: string): Word[] {
  const words = normalise(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.map((word) => {
    if (!hangul.test(word)) return { isIn: (haystack) => haystack.text.includes(word) };
    const parts = disassemble(word);
    // Fast typing joins two consonants into one (ㄱㅅ → ㄳ); taken apart they are first consonants again.
    if (consonantsOnly.test(word)) return { isIn: (haystack) => initialsOf(haystack).includes(parts) };
    return { isIn: (haystack) => jamoOf(haystack).includes(parts) };
  });
}

function remember(memo: Map<string, Haystack>, text: string): Haystack {
  const known = memo.get(text);
  if (known) return known;
  const haystack = { text: normalise(text), jamo: null, initials: null };
  memo.set(text, haystack);
  return haystack;
}

/** Taking a long Latin text apart would change nothing and cost time. */
function jamoOf(haystack: Haystack): string {
  haystack.jamo ??= hangul.test(haystack.text) ? disassemble(haystack.text) : haystack.text;
  return haystack.jamo;
}

function initialsOf(haystack: Haystack): string {
  haystack.initials ??= hangul.test(haystack.text) ? getChoseong(haystack.text) : '';
  return haystack.initials;
}

function toText({ achievement, issuer, proofs }: Searchable): string {
  const own = `${achievement.name}\n${issuer.name}\n${achievement.skills.join('\n')}`;
  if (!proofs || proofs.length < 2) return own;
  return [own, ...proofs.flatMap((proof) => [proof.achievement.name, proof.issuer.name])].join('\n');
}

/** macOS hands over Korean taken apart (NFD); names are compared put together and without case. */
function normalise(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
