import type { Account } from './badge';
import { unwrapUrl } from './badge-links';
import { safeUrl, type WebUrl } from './html';
import { badgeSources } from './sources/index';
import { linksAccount } from './sources/link-pages';
import type { BadgeSource } from './sources/source';

/** What a pasted text is, before anybody is asked. */
export type Understood =
  | { readonly kind: 'empty' }
  /** A person's profile at a source. */
  | {
      readonly kind: 'account';
      readonly source: BadgeSource;
      readonly account: Account;
      /** What was pasted: `connectAccount` reads it again. */
      readonly input: string;
    }
  /** One badge of a source. */
  | { readonly kind: 'link'; readonly source: BadgeSource; readonly link: WebUrl }
  /** Any other address: a record, a picture, a page. */
  | { readonly kind: 'address'; readonly url: WebUrl }
  /** A badge itself: JSON, or a token (JWS, JWT). */
  | { readonly kind: 'json' | 'token'; readonly text: string }
  /** Several addresses, one a line. */
  | { readonly kind: 'several'; readonly parts: readonly UnderstoodAddress[] }
  /** An address that is not encrypted, on the way or at all. */
  | { readonly kind: 'unsafe' }
  | { readonly kind: 'unknown' };

export type UnderstoodAddress = Extract<Understood, { kind: 'account' | 'link' | 'address' }>;

/** Lines of a list; nobody has more single links. */
const maxLines = 500;
/** Compact serialisation (RFC 7515, section 7.1): its header is JSON in Base64. Mail programs break it into lines. */
const token = /^e[wy][\w-]*={0,2}\.[\w-]+={0,2}\.[\w-]*={0,2}$/;

/** Says what a text is: a profile, a badge's link, another address, or a badge itself. Asks nobody. */
export function understand(input: string): Understood {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  if (/^[{[]/.test(text)) return { kind: 'json', text };
  const joined = text.replace(/\s+/g, '');
  if (token.test(joined)) return { kind: 'token', text: joined };
  const lines = text.split(/\s+/);
  if (lines.length > 1) return understandSeveral(lines) ?? understandLine(text);
  return understandLine(text);
}

/** The match patterns that the browser must grant before this can be fetched. */
export function hostsOf(understood: Understood): readonly string[] {
  if (understood.kind === 'several') return [...new Set(understood.parts.flatMap((part) => hostsOf(part)))];
  if (understood.kind === 'account') return sourceHosts(understood.source, understood.account);
  if (understood.kind === 'link') {
    const { source, link } = understood;
    return sourceHosts(source, linksAccount(source.id, [link]));
  }
  return understood.kind === 'address' ? [`${new URL(understood.url).origin}/*`] : [];
}

function sourceHosts(source: BadgeSource, account: Account): readonly string[] {
  return source.hostsOf?.(account) ?? source.hosts;
}

function understandSeveral(lines: readonly string[]): Understood | null {
  if (lines.length > maxLines || !lines.every((line) => /^https:\/\/\S+$/i.test(line))) return null;
  const parts = [...new Set(lines)].map(understandLine);
  const known = parts.filter(
    (part) => part.kind === 'account' || part.kind === 'link' || part.kind === 'address',
  );
  return known.length === parts.length ? { kind: 'several', parts: known } : null;
}

function understandLine(text: string): Understood {
  const address = toAddress(text);
  const known = address ? (findLink(address) ?? findAccount(address.href)) : null;
  const account = known ?? findAccount(text);
  if (account) return account;
  if (!address) return { kind: 'unknown' };
  // A host without a path is nobody's badge; and words with a dot in them are no address.
  if (!/^https?:/i.test(text) && (address.pathname === '/' || !/\.[a-z]{2,}$/i.test(address.hostname)))
    return { kind: 'unknown' };
  const url = address.protocol === 'https:' ? safeUrl(address.href) : null;
  return url ? { kind: 'address', url } : { kind: 'unsafe' };
}

/** The address that is meant: redirectors unwrapped, and `https:` added where people leave it out. */
function toAddress(text: string): URL | null {
  if (/^https?:\/\/\S+$/i.test(text)) return unwrapUrl(text);
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? unwrapUrl(`https://${text}`) : null;
}

/** One badge of a source, by its address; null for any other. */
export function findLink(address: URL): Extract<Understood, { kind: 'link' }> | null {
  for (const source of badgeSources) {
    const link = source.parseLink(address);
    if (link) return { kind: 'link', source, link };
  }
  return null;
}

function findAccount(text: string): Understood | null {
  for (const source of badgeSources) {
    const account = source.parseAccount(text);
    if (account) return { kind: 'account', source, account, input: text };
  }
  return null;
}
