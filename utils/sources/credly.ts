import { accountId, type Account } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';
import { credlyAddresses, credlyHostNames } from './credly-addresses';
import { parseListPage, saysHidden, toBadge } from './credly-records';
import type { BadgeSource, RecordPage } from './source';

/** Credly's own page size. Larger ones were never seen to work (facts on sources, 1.1). */
const pageSize = 48;
/** A profile of 24,000 badges; a list that goes on for longer repeats itself. */
const maxPages = 500;

const id = credlyAddresses.id;
/** Vanity names may hold dots and a hex tail ("name.519d47bd"). */
const handlePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Words that stand where a name stands in addresses of Credly's own pages. */
const notNames = new Set(['me', 'self', 'sign_in', 'sign_up', 'password', 'confirmation', 'edit']);

export const credly: BadgeSource = {
  ...credlyAddresses,
  askedAt: 'installation',
  hosts: ['https://www.credly.com/*', 'https://api.credly.com/*', 'https://images.credly.com/*'],
  examples: [
    'https://www.credly.com/users/haneul-kim',
    'https://www.credly.com/users/haneul-kim/badges#credly',
    'https://www.credly.com/users/11111111-2222-4333-8444-555555555555/badges.json?page=2',
    'www.youracclaim.com/users/haneul-kim',
    'haneul-kim.519d47bd',
    '11111111-2222-4333-8444-555555555555',
  ],
  linkExamples: [],
  parseAccount,
  parseLink: () => null,
  badgePageUrl: (badge) => safeUrl(`https://www.credly.com/badges/${badge}`),
  assertionUrls,
  fetchRecords,
  toBadges(records, account) {
    const badges = records.map((record) => toBadge(record, account)).filter((badge) => badge !== null);
    // One odd record is left out (the totals then differ, and that is said); a page of them is another format.
    if (records.length > 0 && badges.length === 0) {
      throw new AppError('bad-response', `none of ${records.length} records is a badge as we know it`);
    }
    return badges;
  },
};

/** `https://www.credly.com/users/<name>/…` in any of its forms, or the bare name or UUID. */
function parseAccount(input: string): Account | null {
  const text = input.trim().replace(/^[<("'@]+|[>)"',]+$/g, '');
  const handle = text.includes('/') ? handleInAddress(text) : text;
  if (!handle || !handlePattern.test(handle) || notNames.has(handle.toLowerCase())) return null;
  return {
    id: accountId(id, handle),
    sourceId: id,
    handle,
    url: safeUrl(`https://www.credly.com/users/${handle}`),
  };
}

function handleInAddress(text: string): string | null {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!credlyHostNames.has(url.hostname)) return null;
  const segment = /^\/users\/([^/]+)/.exec(url.pathname)?.[1];
  return segment ? segment.replace(/\.json$/, '') : null;
}

/** The host that the assertion's own id names comes first: one redirect and one alias less. */
function assertionUrls(badge: string): readonly WebUrl[] {
  return ['https://www.credly.com/api/v1', 'https://api.credly.com/v1']
    .map((base) => safeUrl(`${base}/obi/v2/badge_assertions/${badge}`))
    .filter((url) => url !== null);
}

async function fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage> {
  const page = Number(cursor ?? '1');
  try {
    return await fetchPage(account, page, io);
  } catch (cause) {
    const isMissing = cause instanceof AppError && cause.code === 'not-found';
    if (isMissing && page === 1 && (await isHidden(account, io)))
      throw new AppError('private-profile', cause.message);
    throw cause;
  }
}

/** Whether the profile itself says that it is not public; a list that answers 404 does not tell. */
async function isHidden(account: Account, io: Io): Promise<boolean> {
  const url = new URL(`https://www.credly.com/users/${encodeURIComponent(account.handle)}.json`);
  const profile = await readJson(await io.fetch(url), io.now()).catch(() => null);
  return saysHidden(profile);
}

async function fetchPage(account: Account, page: number, io: Io): Promise<RecordPage> {
  const url = new URL(`https://www.credly.com/users/${encodeURIComponent(account.handle)}/badges.json`);
  url.searchParams.set('page', String(page));
  url.searchParams.set('page_size', String(pageSize));
  // With text/html acceptable Credly answers a page for people (facts on sources, 1.1).
  const json = await readJson(
    await io.fetch(url, { accept: 'application/json', maxBytes: 5_000_000 }),
    io.now(),
  );
  const { records, statedTotal, hasNext } = parseListPage(json);
  const goesOn = hasNext && records.length > 0 && page < maxPages;
  return { records, statedTotal, nextCursor: goesOn ? String(page + 1) : null };
}
