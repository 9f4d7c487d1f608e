import { accountId, type Account, type SourceId } from '../badge';
import { AppError, toAppError } from '../errors';
import { safeUrl } from '../html';
import { finalUrl, type Io } from '../io';
import { throwForStatus } from '../read-json';
import { badgesOf, withoutPages } from './badges-of';
import { parseProfile, toBadge } from './google-skills-page';
import type { BadgeSource, RecordPage } from './source';

const id = 'google-skills' as SourceId;
const host = 'www.skills.google';
/** Cloud Skills Boost and Qwiklabs were its names before; their links are still about. */
const hostNames =
  /^(?:www\.)?(?:skills\.google|cloudskillsboost\.google|qwiklabs\.com)$|^google\.qwiklabs\.com$/;
const profilePath =
  /^\/public_profiles\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\/|$)/i;

/** Google Skills. It has no list for machines: the public profile is read as the page that it is (facts on sources, 3). */
export const googleSkills: BadgeSource = {
  id,
  name: 'Google Skills',
  words: [],
  hosts: [`https://${host}/*`, 'https://cdn.qwiklabs.com/*'],
  askedAt: 'connecting',
  examples: [
    'https://www.skills.google/public_profiles/11111111-2222-4333-8444-555555555555',
    'https://www.cloudskillsboost.google/public_profiles/11111111-2222-4333-8444-555555555555/badges/8950406',
    'www.qwiklabs.com/public_profiles/11111111-2222-4333-8444-555555555555',
  ],
  ...withoutPages,
  parseAccount,
  fetchRecords,
  toBadges: (records, account) => badgesOf(records, account, toBadge),
};

function parseAccount(input: string): Account | null {
  const text = input.trim();
  const url = safeUrl(/^https:\/\//i.test(text) ? text : `https://${text}`);
  if (!url) return null;
  const { hostname, pathname } = new URL(url);
  const handle = hostNames.test(hostname) ? profilePath.exec(pathname)?.[1]?.toLowerCase() : undefined;
  if (!handle) return null;
  return {
    id: accountId(id, handle),
    sourceId: id,
    handle,
    url: safeUrl(`https://${host}/public_profiles/${handle}`),
  };
}

/** One page has everything. */
async function fetchRecords(account: Account, _cursor: string | null, io: Io): Promise<RecordPage> {
  const { html, url } = await fetchPage(account, io);
  const { records, statedTotal } = parseProfile(html, url);
  return { records, statedTotal, nextCursor: null };
}

/** A profile that is not public answers with a redirect to some other page (facts on sources, 3). */
async function fetchPage(account: Account, io: Io): Promise<{ html: string; url: string }> {
  // Dates are words of a language, and only English ones are read. The page obeys the address before the header.
  const asked = `https://${host}/public_profiles/${account.handle}?locale=en`;
  try {
    const response = await io.fetch(asked, { accept: 'text/html', redirect: 'follow', maxBytes: 5_000_000 });
    throwForStatus(response, io.now());
    const url = new URL(finalUrl(response, asked));
    if (!hostNames.test(url.hostname) || !profilePath.test(url.pathname))
      throw new AppError('private-profile', `led to ${url.hostname}${url.pathname}`);
    return { html: await response.text(), url: url.href };
  } catch (cause) {
    const error = toAppError(cause);
    // A hop to a host that we may not ask leads off the profile just as well.
    if (error.code === 'permission-needed' && error.message !== host)
      throw new AppError('private-profile', `led to ${error.message}`);
    throw error;
  }
}
