import { accountId, type Account } from '../badge';
import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { badgesOf } from './badges-of';
import { credlyAddresses, credlyHostNames } from './credly-addresses';
import {
  fetchExternalPage,
  firstExternal,
  isExternal,
  parseExternalCursor,
  toExternalBadge,
} from './credly-external';
import { readCredlyHolder } from './credly-holder';
import { fetchLinked, parseLink, toLinked } from './credly-links';
import { fetchListPage, type ListPage } from './credly-list';
import { isHidden } from './credly-profile';
import { toBadge } from './credly-records';
import { fetchLinkedPage } from './linked-badge';
import type { BadgeSource, RecordPage } from './source';

const id = credlyAddresses.id;
/** Vanity names may hold dots and a hex tail ("name.519d47bd"). */
const handlePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What a mail or a sentence leaves around an address: brackets, quotes, stops, characters without a width. */
const surroundings = /^[\s<([{"'“‘「@\u200B-\u200F\uFEFF]+|[\s>)\]}"'”’」.,;:!?…\u200B-\u200F\uFEFF]+$/gu;
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
  linkExamples: [
    'https://www.credly.com/badges/b0000000-0000-4000-8000-000000000001/public_url',
    'https://www.credly.com/earner/earned/badge/b0000000-0000-4000-8000-000000000001',
    'https://www.youracclaim.com/badges/b0000000-0000-4000-8000-000000000001?source=linked_in_profile',
    'https://api.credly.com/v1/obi/v2/badge_assertions/b0000000-0000-4000-8000-000000000001',
    'https://www.credly.com/go/Gx4Rt7Qz',
  ],
  parseAccount,
  parseLink,
  badgePageUrl: (badge) => safeUrl(`https://www.credly.com/badges/${badge}`),
  assertionUrls,
  readHolder: readCredlyHolder,
  fetchRecords,
  toBadges(records, account) {
    if (account.links) return toLinked(records, account);
    return badgesOf(records, account, (record) =>
      (isExternal(record) ? toExternalBadge : toBadge)(record, account),
    );
  },
};

/** `https://www.credly.com/users/<name>/…` in any of its forms, or the bare name or UUID. */
function parseAccount(input: string): Account | null {
  const text = input.trim().replace(surroundings, '');
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
  if (account.links) return fetchLinkedPage(account, cursor, (link) => fetchLinked(link, assertionUrls, io));
  const place = parseExternalCursor(cursor);
  if (place) return fetchExternalPage(account, place, io);
  const page = Number(cursor ?? '1');
  const list = await fetchOwn(account, page, io);
  const uuid = uuidPattern.test(account.handle) ? account.handle.toLowerCase() : null;
  return {
    records: list.records,
    statedTotal: list.statedTotal,
    // The list of badges from elsewhere is one page at least.
    pagesTotal: list.pagesTotal + 1,
    nextCursor: list.hasNext ? String(page + 1) : firstExternal(uuid, list.statedTotal, list.pagesTotal),
  };
}

/** A page of what Credly issued. Whether a hidden profile answers 404 or an empty list is not known: both are looked into. */
async function fetchOwn(account: Account, page: number, io: Io): Promise<ListPage> {
  const address = `https://www.credly.com/users/${encodeURIComponent(account.handle)}/badges.json`;
  try {
    const list = await fetchListPage(address, page, io);
    const isEmpty = page === 1 && list.records.length === 0;
    if (isEmpty && (await isHidden(account, io)))
      throw new AppError('private-profile', 'an empty list of a hidden profile');
    return list;
  } catch (cause) {
    const isMissing = cause instanceof AppError && cause.code === 'not-found' && page === 1;
    if (isMissing && (await isHidden(account, io))) throw new AppError('private-profile', cause.message);
    throw cause;
  }
}
