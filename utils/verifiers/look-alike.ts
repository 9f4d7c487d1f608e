import punycode from 'punycode.js';
import { parse } from 'tldts';
import { isDeceptiveLabel } from './deceptive-label';
import { imitated, innocent, ordinaryWords } from './known-issuers';
import { skeletonOf } from './skeleton';

/** A text, and what it looks like. */
interface View {
  readonly text: string;
  readonly skeleton: string;
}

/** A name that is imitated. */
interface Name extends View {
  readonly domain: string;
  /** What the whole domain looks like, with hyphens for dots. */
  readonly whole: string;
  readonly isWord: boolean;
  readonly isPlatform: boolean;
}

/** From here on a name is long enough that one wrong letter is no accident. */
const longEnough = 5;
/** From here on a name is long enough to be recognised inside another word. */
const longEnoughInside = 6;

const names: readonly Name[] = imitated.map(({ domain, isPlatform }) => {
  const label = domain.replace(/\..*$/, '');
  const whole = skeletonOf(domain.replaceAll('.', '-'));
  return { domain, whole, isWord: ordinaryWords.has(label), isPlatform, ...viewOf(label) };
});

/** Hosts that were looked at: the badges of one page have few. Emptied when it is full. */
const seen = new Map<string, string | null>();
const maxSeen = 500;

/**
 * What a host imitates: the domain of a known issuer or platform, or the reading of an internationalised name that is made
 * to be misread; null for an honest host. Pure; takes the ASCII form that `URL` gives.
 */
export function findImitated(host: string): string | null {
  const known = seen.get(host);
  if (known !== undefined) return known;
  if (seen.size >= maxSeen) seen.clear();
  const found = compare(host);
  seen.set(host, found);
  return found;
}

function compare(host: string): string | null {
  const { domain, publicSuffix, subdomain } = parse(host, { allowPrivateDomains: true });
  if (!domain || !publicSuffix || names.some((name) => name.domain === domain)) return null;
  const own = toUnicode(domain.slice(0, -publicSuffix.length - 1));
  const above = toUnicode(subdomain ?? '').split('.');
  const labels = [...above.filter((label) => label && label !== 'www'), own].map(viewOf);
  const found = findName(labels);
  if (found) return found.domain;
  const suffix = toUnicode(publicSuffix);
  return labels.some(({ text, skeleton }) => isDeceptiveLabel(text, suffix, skeleton))
    ? toUnicode(host)
    : null;
}

/** The part of a host that one owner has registered, by the public suffix list (a github.io user is not GitHub). */
export function domainOf(host: string): string | null {
  return parse(host, { allowPrivateDomains: true }).domain;
}

function findName(labels: readonly View[]): Name | undefined {
  const own = labels.at(-1);
  // The whole domain in front of another: credly.com.evil.example, credly-com.evil.example.
  const row = `-${labels.map(({ skeleton }) => skeleton).join('-')}-`;
  // A dot or hyphen in the middle of the name: cre.dly.com, cred-ly.com.
  const together = viewOf(labels.map(({ text }) => text.replaceAll('-', '')).join(''));
  return names.find((name) => {
    // github.example.edu is what a school calls its own; but nobody calls anything of his own credly.
    const seen = name.isPlatform ? labels : labels.filter((label) => label === own || !has(label, name));
    return (
      row.includes(`-${name.whole}-`) || isLike(name, together) || seen.some((label) => isIn(label, name))
    );
  });
}

function has({ text }: View, name: Name): boolean {
  return text.includes(name.text);
}

/** As the whole label, inside it, or between its hyphens: credly-verify.com, my-credly.com. */
function isIn(label: View, name: Name): boolean {
  if (isLike(name, label) || isInside(name, label)) return true;
  if (name.isWord || !label.text.includes('-')) return false;
  return label.text.split('-').some((part) => part.length >= longEnough && isLike(name, viewOf(part)));
}

/** mycredly.com, credlybadges.com. */
function isInside({ text, skeleton, isWord }: Name, label: View): boolean {
  return !isWord && text.length >= longEnoughInside && label.skeleton.includes(skeleton);
}

function isLike({ text, skeleton, isWord }: Name, other: View): boolean {
  if (innocent.has(other.text)) return false;
  // Under another ending the same name is another's; a word or three letters may well be.
  if (other.text === text) return !isWord && text.length >= longEnough;
  if (other.skeleton === skeleton) return true;
  const isTelling = !isWord && text.length >= longEnough;
  return isTelling && (isOneEdit(text, other.text) || isOneEdit(skeleton, other.skeleton));
}

/** One letter more, less or another, or two that changed places (Damerau and Levenshtein's distance of one). */
function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2))
  );
}

function viewOf(text: string): View {
  return { text, skeleton: skeletonOf(text) };
}

/** A label that is no valid Punycode stays as it is: browsers show it so, too. */
function toUnicode(host: string): string {
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}
