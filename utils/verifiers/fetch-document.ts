import { toAppError, type AppError } from '../errors';
import { unescapeAttribute } from './page-text';
import type { WebUrl } from '../html';
import { finalUrl, type Io } from '../io';
import { parseJsonText } from '../open-badges/json-text';
import { isObject, withPlainNames } from '../open-badges/v1';
import { check, type Check } from '../verification';
import { canonicalHost, canonicalId, isWebAddress, toAsked } from './aliases';

/** What came from an address: a document, or why there is none. */
export type Fetched = FetchedDocument | FetchedNothing | FetchUnreachable;

export interface FetchedDocument {
  readonly kind: 'document';
  /** The address that answered in the end. */
  readonly url: WebUrl;
  /** Every address under which the document was found, from the one asked to the one that answered. */
  readonly addresses: readonly string[];
  readonly host: string;
  readonly json: unknown;
  /** The same as it was read. */
  readonly text: string;
  /** Status 410. */
  readonly gone: boolean;
  /** What happened on the way: redirects, declared ids. Notes, never decisive. */
  readonly notes: readonly Check[];
}
/** The server says that there is nothing here (404), or answers with something that is no document. */
export interface FetchedNothing {
  readonly kind: 'nothing';
  readonly url: string;
  readonly host: string;
  readonly reason: string;
  /** What came instead: a page for people, a token; '' with a status that says there is nothing. */
  readonly text: string;
}
export interface FetchUnreachable {
  readonly kind: 'unreachable';
  readonly url: string;
  readonly host: string;
  readonly error: AppError;
}

/** What is asked for: with HTML acceptable, several platforms answer a page for people (facts, section 5, no. 2). */
export const acceptDocument =
  'application/ld+json, application/json;q=0.9, application/vc+jwt;q=0.8, application/jwt;q=0.8, image/png;q=0.7, image/svg+xml;q=0.7';

/** Credly answers documents to this alone (facts on sources, 1.6). */
export function acceptFor(url: string): string {
  return canonicalHost(url) === 'www.credly.com' ? 'application/json' : acceptDocument;
}

/**
 * Fetches one JSON document for a check. Never throws. 410 is an answer, too: the document is gone because the issuer
 * took the badge back (Open Badges 2.0, "Hosted verification").
 */
export async function fetchDocument(address: string, io: Io): Promise<Fetched> {
  const url = toAsked(address);
  if (!url) return nothing(address, 'no address that can be asked');
  try {
    const response = await io.fetch(url, { accept: acceptFor(url), maxBytes: 1_000_000, redirect: 'follow' });
    const text = await response.text();
    const read = parseJsonText(text);
    const json = read.kind === 'json' ? read.value : undefined;
    if (response.status !== 410) {
      if (!response.ok) return nothing(url, `status ${response.status}`);
      if (read.kind === 'hostile') return nothing(url, read.reason);
      if (read.kind !== 'json') return nothing(url, 'the answer is not JSON', text);
    }
    const final = toAsked(finalUrl(response, url)) ?? url;
    const isMoved = canonicalId(final) !== canonicalId(url);
    const notes = isMoved ? [check('redirect', 'pass', `${url} → ${final}`, new URL(final).hostname)] : [];
    const host = new URL(final).hostname;
    const addresses = [...new Set([address, url, final])];
    return {
      kind: 'document',
      url: final,
      addresses,
      host,
      json,
      text,
      gone: response.status === 410,
      notes,
    };
  } catch (cause) {
    return { kind: 'unreachable', url, host: new URL(url).hostname, error: toAppError(cause) };
  }
}

/** The same; where a page for people answers, the places are tried in which platforms keep the document of a page. */
export async function fetchBehindPage(address: string, io: Io): Promise<Fetched> {
  const first = await fetchDocument(address, io);
  if (first.kind !== 'nothing' || !isPage(first.text)) return first;
  for (const candidate of documentsOfPage(first.url, first.text)) {
    const next = await fetchDocument(candidate, io);
    if (next.kind === 'document') return { ...next, addresses: [address, first.url, ...next.addresses] };
  }
  return first;
}

/**
 * The document from the address that it names as its own: the hosted copy is the truth (Open Badges 2.0, "Hosted
 * verification"), so one that declares another id is asked for there, once. Credly, Badgr and others move documents.
 */
export async function fetchByOwnId(address: string, io: Io): Promise<Fetched> {
  const first = await fetchBehindPage(address, io);
  if (first.kind !== 'document' || first.gone) return first;
  const declared = declaredId(first.json);
  if (!declared || isAt(declared, first)) return first;
  const note = check('declared-id', 'pass', `${address} declares ${declared}`, first.host);
  const second = await fetchBehindPage(declared, io);
  if (second.kind === 'document') return { ...second, notes: [...first.notes, note, ...second.notes] };
  // Documents are also served under their name with an ending, where the name alone shows a page or nothing.
  if (first.addresses.some((own) => isOtherEnding(own, declared)))
    return { ...first, addresses: [...first.addresses, declared], notes: [...first.notes, note] };
  // A host that contradicts itself is wrong; where somebody else's is named, only that one can tell.
  const isSameHost = canonicalHost(declared) === canonicalHost(first.url);
  return second.kind === 'nothing' && isSameHost ? first : second;
}

/** `/badge.json` and `/badge` of one host. */
function isOtherEnding(one: string, other: string): boolean {
  const [own, declared] = [one, other].map((address) =>
    canonicalId(address).replace(/\.(?:json|jsonld|html?)(?=\?|$)/i, ''),
  );
  return own === declared;
}

/** Why nobody answered, in a line. */
export function faultText({ code, message }: AppError): string {
  return code === 'permission-needed' ? `not allowed to ask ${message}` : message;
}

/** True when the id is one of the addresses under which the document was found. */
export function isAt(id: string, { addresses }: FetchedDocument): boolean {
  return addresses.some((address) => canonicalId(address) === canonicalId(id));
}

/** `id`, and in 1.0 the address to verify at. */
function declaredId(json: unknown): string | null {
  if (!isObject(json)) return null;
  const { id, verify } = withPlainNames(json);
  const isHosted = isObject(verify) && verify['type'] !== 'signed';
  const own = id ?? (isHosted ? verify['url'] : null);
  return typeof own === 'string' && isWebAddress(own) ? own.trim() : null;
}

/** Where the document behind a page may lie: what the page links, `.json`, without `.html`, `?v=2_0` (facts, no. 2). */
function documentsOfPage(url: string, page: string): string[] {
  const at = new URL(url);
  const linked = [...page.slice(0, 200_000).matchAll(/<link\b[^>]{1,2000}>/gi)]
    .map(([tag]) => tag)
    .filter(
      (tag) =>
        /rel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag) &&
        /type\s*=\s*["']?application\/(?:ld\+)?json/i.test(tag),
    )
    .map((tag) => /href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag))
    .map((match) => unescapeAttribute(match?.[1] ?? match?.[2] ?? match?.[3] ?? ''))
    .filter((href) => href !== '' && URL.canParse(href, url))
    .map((href) => new URL(href, url).href);
  const withoutEnd = at.pathname.replace(/\.html?$|\/+$/i, '');
  const places = [withoutEnd, `${withoutEnd}.json`].map((path) => new URL(`${path}${at.search}`, at).href);
  const versioned = new URL(at);
  versioned.searchParams.set('v', '2_0');
  return [...new Set([...linked.slice(0, 3), ...places, versioned.href])].filter((place) => place !== url);
}

function nothing(url: string, reason: string, text = ''): FetchedNothing {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return { kind: 'nothing', url, host, reason, text };
}

/** True for a page for people. */
function isPage(text: string): boolean {
  return text
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('<');
}
