import type { Account, Badge } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { finalUrl, routeOf, type Io } from '../io';
import { isObject, type Json } from '../open-badges/v1';
import { throwForStatus } from '../read-json';
import { credlyAddresses, credlyHostNames } from './credly-addresses';
import { toSizedPicture } from './credly-records';
import { fetchHostedRecord } from './hosted-record';
import { parseHtmlPage } from './html-page';
import { toLinkedBadges, type LinkedRecord } from './linked-badge';

/** `/go/<8 characters>`: names no badge; only following it tells which (facts on sources, 1.8). */
const shortPath = /^\/go\/([A-Za-z0-9_-]{4,32})\/?$/;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** A badge's page, its record, its frame, the owner's view, a short link; all at today's host, without what tracks. */
export function parseLink(url: URL): WebUrl | null {
  const id = credlyAddresses.parseBadgeUrl(url);
  if (id) return safeUrl(`https://www.credly.com/badges/${id}`);
  const code = credlyHostNames.has(url.hostname) ? shortPath.exec(url.pathname)?.[1] : undefined;
  return code ? safeUrl(`https://www.credly.com/go/${code}`) : null;
}

/** The hosted record of one badge, with its class and issuer (facts on sources, 1.6). `/badges/<id>.json` is a rumour. */
export async function fetchLinked(
  link: WebUrl,
  assertionUrls: (id: string) => readonly WebUrl[],
  io: Io,
): Promise<LinkedRecord> {
  const id = credlyAddresses.parseBadgeUrl(new URL(link)) ?? (await followShort(link, io));
  // Credly looks at this header in its own way: with more in it than JSON it was seen to answer a page for people.
  const asJson: Io = {
    ...io,
    fetch: (url, request) => io.fetch(url, { ...request, accept: 'application/json' }),
  };
  const record = await fetchHostedRecord(assertionUrls(id), asJson);
  const pageUrl = safeUrl(`https://www.credly.com/badges/${id}`);
  const image = record.badgeClass?.['image'];
  const imageUrl = toSizedPicture(toAddress(isObject(image) ? image['id'] : image));
  return { id, pageUrl, imageUrl, record: { ...record, assertion: inUtc(record.assertion) } };
}

/** Records of single badges as badges; ids as the list of a profile has them, so that both are seen to be one. */
export function toLinked(records: readonly unknown[], account: Account): Badge[] {
  return toLinkedBadges(records, account).map((badge) => ({
    ...badge,
    credentialId: badge.credentialId ?? badge.id.slice(account.sourceId.length + 1),
    issuer: { ...badge.issuer, id: uuid.exec(badge.issuer.id ?? '')?.[0].toLowerCase() ?? badge.issuer.id },
  }));
}

async function followShort(link: WebUrl, io: Io): Promise<string> {
  const response = await io.fetch(link, { accept: 'text/html', redirect: 'follow' });
  const passed = [...routeOf(response), finalUrl(response, link)].flatMap(idIn);
  if (passed[0]) return passed[0];
  throwForStatus(response, io.now());
  const [named] = idIn(parseHtmlPage(await response.text()).meta('og:url') ?? '');
  if (named) return named;
  throw new AppError('not-found', `${link} leads to no badge`);
}

function idIn(address: string): string[] {
  const id = URL.canParse(address) ? credlyAddresses.parseBadgeUrl(new URL(address)) : null;
  return id ? [id] : [];
}

function toAddress(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The day that Credly prints is the one in UTC (facts on sources, 1.1); the reader of records takes the day as written. */
function inUtc(assertion: Json): Json {
  const moments = ['issuedOn', 'expires'].flatMap((key) => {
    const at = typeof assertion[key] === 'string' ? new Date(assertion[key]) : null;
    return at && !Number.isNaN(at.getTime()) ? [[key, at.toISOString()] as const] : [];
  });
  return { ...assertion, ...Object.fromEntries(moments) };
}
