import type { Badge, SourceId } from './badge';
import { badgeAddresses } from './sources/addresses';

/** A badge as a page may name it to the background: never an address, so a page cannot make us fetch one. */
export interface BadgeReference {
  readonly sourceId: SourceId;
  /** The source's own id of the badge; its shape is checked by the source before anything is fetched. */
  readonly id: string;
}

/** What a link or picture on somebody's page turned out to be. */
export type LinkKind =
  | { readonly kind: 'badge'; readonly reference: BadgeReference }
  /** A badge's picture: shows what it looks like and proves nothing. */
  | { readonly kind: 'picture'; readonly sourceId: SourceId }
  /** Looks like a platform's badge link, but on somebody else's host. */
  | { readonly kind: 'imitation'; readonly sourceId: SourceId; readonly host: string };

/** Redirectors: where the real address stands. Only for detection; the verdict comes from the badge itself. */
const redirectors: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  // Outlook SafeLinks, per region, sometimes twice around the same link.
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameter: 'url' },
  { host: /^www\.google\.com$/, path: /^\/url$/, parameter: 'q' },
  { host: /^www\.linkedin\.com$/, path: /^\/safety\/go\/?$/, parameter: 'url' },
  { host: /^www\.linkedin\.com$/, path: /^\/redir\/redirect\/?$/, parameter: 'url' },
];

/** Every element that may hold a badge's address; what it really is, only `classify…` says. Redirectors keep the word. */
export const badgeSelector: string = badgeAddresses
  .flatMap(({ words }) => words)
  .flatMap((word) => [`a[href*="${word}" i]`, `img[src*="${word}" i]`, `img[data-x-src*="${word}" i]`])
  .join(',');

/** A source's proper name. */
export function sourceName(id: SourceId): string {
  return badgeAddresses.find((source) => source.id === id)?.name ?? id;
}

/** Follows redirectors inside the address (no network), at most five deep. Null when it is no web address. */
export function unwrapUrl(address: string): URL | null {
  let url = parse(address);
  for (let depth = 0; url && depth < 5; depth += 1) {
    const inner = innerAddress(url);
    if (!inner) return url;
    url = parse(inner);
  }
  return url;
}

/** What an `<a href>` points to, or null when it has nothing to do with badges. */
export function classifyLink(address: string): LinkKind | null {
  const url = unwrapUrl(address);
  if (!url) return null;
  for (const source of badgeAddresses) {
    const id = source.parseBadgeUrl(url);
    if (id) return { kind: 'badge', reference: { sourceId: source.id, id } };
  }
  const imitated = badgeAddresses.find((source) => source.isImitation(url));
  return imitated ? { kind: 'imitation', sourceId: imitated.id, host: url.hostname } : null;
}

/** What an `<img src>` shows, image proxies unwrapped, or null when it is no badge's picture. */
export function classifyPicture(address: string): LinkKind | null {
  const url = unwrapUrl(address);
  const source = url && badgeAddresses.find((candidate) => candidate.isPictureUrl(url));
  return source ? { kind: 'picture', sourceId: source.id } : null;
}

/** Gmail's image proxy keeps the original address behind the hash. */
function innerAddress(url: URL): string | null {
  if (url.hostname.endsWith('.googleusercontent.com') && url.hash.startsWith('#http'))
    return url.hash.slice(1);
  const redirector = redirectors.find(
    (candidate) => candidate.host.test(url.hostname) && candidate.path.test(url.pathname),
  );
  return redirector ? url.searchParams.get(redirector.parameter) : null;
}

function parse(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/**
 * Under what a badge of the library is checked: its source's id of it where its page names one, so that pages of others
 * know the same result; else its own. Null for one that has nothing that could be checked.
 * @param hasOriginal whether the library keeps what proves the badge by itself
 */
export function ownReference(
  { id, sourceId, pageUrl }: Pick<Badge, 'id' | 'sourceId' | 'pageUrl'>,
  hasOriginal = false,
): BadgeReference | null {
  const source = badgeAddresses.find((candidate) => candidate.id === sourceId);
  const named = pageUrl ? source?.parseBadgeUrl(new URL(pageUrl)) : null;
  if (named) return { sourceId, id: named };
  const isKept = hasOriginal || id.startsWith('file:');
  return pageUrl || isKept ? { sourceId, id: id.slice(sourceId.length + 1) } : null;
}
