import * as v from 'valibot';
import { badgeId, type Account, type Badge } from '../badge';
import { safeUrl, type WebUrl } from '../html';
import { parseMoment } from '../open-badges/moment';
import { fieldsOf, listOf, textOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { toPlainLine } from '../plain-line';
import { parseHtmlPage, type HtmlPage } from './html-page';
import { knownAs } from './known-as';
import { toPlainText } from './plain-text';

/** What a certificate page states of itself for other programs; nobody signed it. */
const recordSchema = v.object({
  /** The source's own id, out of the address. */
  id: v.pipe(v.string(), v.minLength(1)),
  pageUrl: v.string(),
  name: v.pipe(v.string(), v.minLength(1)),
  description: v.string(),
  issuer: v.string(),
  issuerUrl: v.nullable(v.string()),
  recipient: v.nullable(v.string()),
  /** Empty when the page states no day. */
  issuedOn: v.string(),
  expiresOn: v.nullable(v.string()),
  image: v.nullable(v.string()),
});
export type PageRecord = v.InferOutput<typeof recordSchema>;

/** Kinds of schema.org that stand for what was earned, best first. */
const kinds = ['EducationalOccupationalCredential', 'Certification', 'Course'] as const;
const issuerNames = ['recognizedBy', 'issuedBy', 'provider', 'creator', 'author'] as const;
const dayNames = ['dateIssued', 'validFrom', 'dateCreated', 'datePublished'] as const;
const dayMetas = ['dcterms.issued', 'dc.date.issued', 'dc.date', 'date', 'article:published_time'] as const;

/**
 * What the page states in JSON-LD (schema.org) and in its metadata (Open Graph); null when that does not name a
 * certificate: the platform's own name is none.
 */
export function readPage(
  html: string,
  place: { readonly id: string; readonly pageUrl: WebUrl; readonly platform: string },
): PageRecord | null {
  const { id, pageUrl, platform } = place;
  const page = parseHtmlPage(html);
  const credential = findKind(page);
  const title = page.meta('og:title') ?? page.meta('twitter:title') ?? '';
  const name = toName(credential?.['name'], platform) || toName(title, platform);
  if (name === '') return null;
  const issuer = issuerNames.flatMap((key) => listOf(credential?.[key])).find((item) => textOf(item['name']));
  const description = textOf(credential?.['description']) || (page.meta('og:description') ?? '');
  return {
    id,
    pageUrl,
    name,
    description: toPlainText(description),
    issuer: line(issuer?.['name']) || line(page.meta('og:site_name')) || platform,
    issuerUrl: safeUrl(issuer?.['url']),
    recipient: findRecipient(page, credential),
    issuedOn: firstDay([...dayNames.map((key) => credential?.[key]), ...dayMetas.map(page.meta)]) ?? '',
    expiresOn: firstDay([credential?.['expires'], credential?.['validUntil']]),
    image: toImage(credential?.['image'], pageUrl) ?? toImage(page.meta('og:image'), pageUrl),
  };
}

/** One record as a badge, or null when it is not what we know. */
export function toPageBadge(raw: unknown, account: Account): Badge | null {
  const read = v.safeParse(recordSchema, raw);
  if (!read.success) return null;
  const record = read.output;
  const { name, description } = record;
  // Before it stands which of its pages it is.
  const number = record.id.split('/').at(-1);
  return {
    id: badgeId(account.sourceId, record.id),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: { name, description, criteria: [], skills: [], type: null, level: null, url: null },
    issuer: { id: null, name: record.issuer, url: safeUrl(record.issuerUrl) },
    recipientName: record.recipient,
    issuedOn: record.issuedOn,
    expiresOn: record.expiresOn,
    evidence: [],
    state: 'link-only',
    pageUrl: safeUrl(record.pageUrl),
    imageUrl: safeUrl(record.image),
    credentialId: number ?? null,
    knownAs: knownAs(`${account.sourceId}:${number ?? record.id}`, record.pageUrl),
    basis: 'page',
    renewableFrom: null,
  };
}

function findKind(page: HtmlPage): Fields | null {
  const inside = page.jsonLd.flatMap((node) => [
    node,
    ...listOf(node['hasCredential']),
    ...listOf(node['about']),
  ]);
  for (const kind of kinds) {
    const found = inside.find((node) => isKind(node, kind));
    if (found) return found;
  }
  return null;
}

function isKind(node: Fields, kind: string): boolean {
  return textsOf(node['@type']).some((type) => type.replace(/^.*[:/#]/, '') === kind);
}

/** Schema.org has no word for the holder: a person beside the credential, or one that the credential is about. */
function findRecipient(page: HtmlPage, credential: Fields | null): string | null {
  const within = ['recipient', 'awardee', 'about'].flatMap((key) => listOf(credential?.[key]));
  const person = [...within, ...page.jsonLd].find((node) => isKind(node, 'Person'));
  const name = line(person?.['name']);
  return name !== '' && !name.includes('@') ? name : null;
}

/** "Machine Learning | Coursera" → "Machine Learning"; '' where nothing but the platform is named. */
function toName(value: unknown, platform: string): string {
  const name = line(value);
  const parts = name.split(/\s+[|–—·-]\s+/);
  const last = parts.at(-1)?.toLowerCase();
  const own = platform.toLowerCase();
  if (parts.length > 1 && last === own)
    return line(name.slice(0, name.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[|–—·-]\s*$/, ''));
  return name.toLowerCase() === own ? '' : name;
}

function line(value: unknown): string {
  return toPlainLine(textOf(value), 300);
}

/** The day as it is printed; a text that only looks like one is none. */
function firstDay(values: readonly unknown[]): string | null {
  for (const value of values) {
    const text = textOf(value).trim();
    const day = /^\d{4}-\d{2}-\d{2}(?=$|[Tt ])/.exec(text)?.[0];
    if (day && parseMoment(text)) return day;
  }
  return null;
}

function toImage(value: unknown, pageUrl: WebUrl): WebUrl | null {
  const [item] = [value].flat();
  const address = typeof item === 'string' ? item : textOf(fieldsOf(item)?.['url']);
  return address !== '' && URL.canParse(address, pageUrl) ? safeUrl(new URL(address, pageUrl).href) : null;
}
