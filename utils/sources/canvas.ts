import { accountId, linksHandle, type Account } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { isObject } from '../open-badges/v1';
import { readJson } from '../read-json';
import { canvasAddresses, canvasHost } from './canvas-addresses';
import { fetchHostedRecord } from './hosted-record';
import { fetchLinkedPage, toLinkedBadges, type LinkedRecord } from './linked-badge';
import type { BadgeSource, RecordPage } from './source';

const { id, parseBadgeUrl } = canvasAddresses;
const regions = ['eu', 'au', 'ca', 'sg'] as const;
const hosts = [
  'api.badgr.io',
  ...regions.map((region) => `api.${region}.badgr.io`),
  'api.badges.parchment.com',
  ...regions.map((region) => `api.${region}.badges.parchment.com`),
  ...regions.map((region) => `api.badges.parchment.${region}`),
];
/** A collection that its owner shares: the name of it is 32 hex digits (badgr-server, `share_hash`). */
const collectionPath = /^\/public\/collections\/([\w-]{6,64})(?:\.json)?\/?$/;

/** Canvas Credentials. Badges by link, and collections that are shared as a whole. */
export const canvas: BadgeSource = {
  ...canvasAddresses,
  askedAt: 'connecting',
  hosts: hosts.map(toPattern),
  examples: [
    'https://badgr.com/public/collections/9f1d2c3b4a5968778695a4b3c2d1e0f1',
    'https://api.eu.badgr.io/public/collections/9f1d2c3b4a5968778695a4b3c2d1e0f1',
    'badges.parchment.com/public/collections/9f1d2c3b4a5968778695a4b3c2d1e0f1',
  ],
  linkExamples: [
    'https://badgr.com/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w?identity__email=haneul%40mail.example',
    'https://api.badgr.io/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w.json?v=2_0',
    'https://eu.badgr.com/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w',
    'https://badges.parchment.com/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w',
    'https://api.badges.parchment.ca/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w/baked',
  ],
  parseAccount,
  parseLink: (url) => pageOf(parseBadgeUrl(url)),
  hostsOf: (account) => [...new Set(addressesOf(account).flatMap(hostsBehind))],
  badgePageUrl: pageOf,
  assertionUrls,
  fetchRecords: (account, cursor, io) =>
    account.links
      ? fetchLinkedPage(account, cursor, (link) => fetchLinked(link, io))
      : fetchCollection(account, io),
  toBadges: (records, account) =>
    toLinkedBadges(records, account).map((badge) => ({
      ...badge,
      // Its record is served by both houses, the old and the new.
      knownAs: [...new Set([...badge.knownAs, ...twinsOf(badge.id)])].toSorted(),
    })),
};

interface Place {
  readonly host: string;
  readonly record: string;
}

/** Where an id leads; null for one that is not ours. */
function placeOf(badge: string | null): Place | null {
  const [, host = 'badgr.io', record] = /^(?:([a-z.]+)\/)?([\w-]{6,64})$/.exec(badge ?? '') ?? [];
  return record && canvasHost(host) === host ? { host, record } : null;
}

function pageOf(badge: string | null): WebUrl | null {
  const place = placeOf(badge);
  // Pages for people were at badgr.com; that of the API sends people on to them.
  const host = place?.host.replace(/badgr\.io$/, 'badgr.com');
  return place && safeUrl(`https://${host}/public/assertions/${place.record}`);
}

function assertionUrls(badge: string): readonly WebUrl[] {
  const place = placeOf(badge);
  if (!place) return [];
  const base = `https://api.${place.host}/public/assertions/${place.record}`;
  return [safeUrl(`${base}?v=2_0`), safeUrl(`${base}.json`)].filter((url) => url !== null);
}

async function fetchLinked(link: WebUrl, io: Io): Promise<LinkedRecord> {
  const badge = parseBadgeUrl(new URL(link));
  const place = placeOf(badge);
  if (!badge || !place) throw new AppError('unsupported-badge', link);
  const record = await fetchHostedRecord(assertionUrls(badge), io);
  return { id: badge, pageUrl: pageOf(badge), imageUrl: imageOf(place), record };
}

/** The picture without the data in it would be that of the class, whose address the record need not name. */
function imageOf({ host, record }: Place): WebUrl | null {
  return safeUrl(`https://api.${host}/public/assertions/${record}/image`);
}

function parseAccount(input: string): Account | null {
  const text = input.trim();
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const host = canvasHost(url.hostname);
  const collection = collectionPath.exec(url.pathname)?.[1];
  if (!host || !collection) return null;
  const handle = `${host}/${collection}`;
  const page = safeUrl(`https://${host.replace(/badgr\.io$/, 'badgr.com')}/public/collections/${collection}`);
  return { id: accountId(id, handle), sourceId: id, handle, url: page };
}

/**
 * All badges of a shared collection, with classes and issuers inside (badgr-server at 2344c61, `BackpackCollection.get_json`).
 * What was taken back or refused is left out there.
 */
async function fetchCollection({ handle }: Account, io: Io): Promise<RecordPage> {
  const [host = '', collection = ''] = handle.split('/');
  const url = new URL(`https://api.${host}/public/collections/${collection}?v=2_0`);
  for (const part of ['badges.badge', 'badges.badge.issuer']) url.searchParams.append('expand', part);
  const response = await io.fetch(url, { maxBytes: 10_000_000, redirect: 'follow', revalidate: true });
  const json = await readJson(response, io.now());
  const badges = isObject(json) ? json['badges'] : null;
  if (!Array.isArray(badges)) throw new AppError('bad-response', 'no collection of badges');
  const records = badges.flatMap((assertion: unknown) => toLinked(assertion, host));
  return { records, statedTotal: badges.length, nextCursor: null };
}

function toLinked(assertion: unknown, host: string): (LinkedRecord | { readonly odd: unknown })[] {
  const url = isObject(assertion) ? safeUrl(assertion['id']) : null;
  if (!isObject(assertion) || !url) return [{ odd: assertion }];
  const badge = parseBadgeUrl(new URL(url)) ?? null;
  const place = placeOf(badge);
  const record = { url, assertion, badgeClass: null, issuer: null, isRevoked: assertion['revoked'] === true };
  // A backpack also holds badges of others; their record lies with them.
  if (!badge || !place) return [{ id: `${host}/at/${url}`, pageUrl: url, record }];
  return [{ id: badge, pageUrl: pageOf(badge), imageUrl: imageOf(place), record }];
}

function addressesOf({ handle, links, url }: Account): readonly string[] {
  if (handle !== linksHandle) return url ? [url] : [];
  return links ?? [];
}

/** The API of a link, and the one of the new house where the old one may send us on. */
function hostsBehind(address: string): string[] {
  const host = canvasHost(new URL(address).hostname);
  if (!host) return [];
  const moved = host.replace(/badgr\.io$/, 'badges.parchment.com');
  return [...new Set([host, moved])].map((name) => toPattern(`api.${name}`));
}

/** The same record under the names of both houses. */
function twinsOf(badge: string): string[] {
  const place = placeOf(badge.slice(id.length + 1));
  if (!place) return [];
  const old = place.host
    .replace(/^badges\.parchment\.(eu|au|ca|sg)$/, '$1.badges.parchment.com')
    .replace(/badges\.parchment\.com$/, 'badgr.io');
  const names = [old, old.replace(/badgr\.io$/, 'badges.parchment.com')];
  return names.map((host) => `${id}:${host === 'badgr.io' ? '' : `${host}/`}${place.record}`.toLowerCase());
}

function toPattern(host: string): string {
  return `https://${host}/*`;
}
