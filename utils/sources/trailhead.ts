import { accountId, type Account, type SourceId } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';
import { badgesOf, withoutPages } from './badges-of';
import type { BadgeSource, RecordPage } from './source';
import { badgesQuery, certificationsQuery } from './trailhead-query';
import { parseAwards, parseCertifications, parseProfile, toBadge } from './trailhead-records';

const id = 'trailhead' as SourceId;
const endpoint = 'https://profile.api.trailhead.com/graphql';
const pageSize = 50;
/** Ten thousand badges; a list that goes on for longer repeats itself. */
const maxPages = 200;

/**
 * Salesforce Trailhead, through the API of its own profile page. Nobody promised it to others: it is marked as unofficial
 * and stays off until the user switches it on.
 */
export const trailhead: BadgeSource = {
  id,
  name: 'Salesforce Trailhead',
  words: [],
  hosts: ['https://profile.api.trailhead.com/*'],
  askedAt: 'connecting',
  standing: 'unofficial',
  examples: [
    'https://www.salesforce.com/trailblazer/haneul-kim',
    'https://www.salesforce.com/trailblazer/rs9iiqpyoaunfcbxc6?tab=badges',
    'trailblazer.me/id/haneul-kim',
  ],
  ...withoutPages,
  parseAccount,
  fetchRecords,
  toBadges: (records, account) => badgesOf(records, account, toBadge),
};

/** The profile's page; trailblazer.me is the address that it had before. */
function parseAccount(input: string): Account | null {
  const text = input.trim();
  const url = safeUrl(/^https:\/\//i.test(text) ? text : `https://${text}`);
  if (!url) return null;
  const { hostname, pathname } = new URL(url);
  const path =
    hostname === 'www.salesforce.com' || hostname === 'salesforce.com'
      ? /^\/(?:[a-z-]{2,5}\/)?trailblazer\/([A-Za-z0-9][\w.-]*)\/?$/
      : hostname === 'trailblazer.me' || hostname === 'www.trailblazer.me'
        ? /^\/id\/([A-Za-z0-9][\w.-]*)\/?$/
        : null;
  const handle = path?.exec(pathname)?.[1];
  if (!handle) return null;
  return {
    id: accountId(id, handle),
    sourceId: id,
    handle,
    url: safeUrl(`https://www.salesforce.com/trailblazer/${handle}`),
  };
}

/** First the certifications, which come at once, then the badges by pages: `<page> <cursor>`. */
async function fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage> {
  if (cursor === null) {
    const records = parseCertifications(await ask(certificationsQuery, account, {}, io));
    return { records, statedTotal: null, nextCursor: '1 ' };
  }
  const [page = '1', after = ''] = cursor.split(' ');
  const variables = { count: pageSize, after: after || null };
  const { edges, next } = parseAwards(await ask(badgesQuery, account, variables, io));
  // A list that is cut off must not make the rest look as if it were gone.
  if (next !== null && (next === after || Number(page) >= maxPages))
    throw new AppError('bad-response', 'the list has no end');
  return {
    records: edges,
    statedTotal: null,
    nextCursor: next === null ? null : `${Number(page) + 1} ${next}`,
  };
}

async function ask(query: string, account: Account, more: object, io: Io): Promise<unknown> {
  const operationName = /^query (\w+)/.exec(query)?.[1];
  const response = await io.fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      operationName,
      variables: { slug: account.handle, hasSlug: true, ...more },
      query,
    }),
    maxBytes: 5_000_000,
  });
  return parseProfile(await readJson(response, io.now()));
}
