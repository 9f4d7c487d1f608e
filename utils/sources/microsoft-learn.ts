import { accountId, type Account, type Badge } from '../badge';
import { AppError } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';
import { badgesOf } from './badges-of';
import { fetchLinkPage } from './link-pages';
import { toBadge } from './microsoft-learn-badges';
import {
  learnHost,
  microsoftLearnAddresses,
  parseLearnAddress,
  type LearnAddress,
} from './microsoft-learn-addresses';
import { fetchAchievements } from './microsoft-learn-profile';
import { fetchShared, parseShareLink } from './microsoft-learn-share';
import { parseTranscript } from './microsoft-learn-transcript';
import { toPageBadge } from './page-badge';
import type { BadgeSource, RecordPage } from './source';

const id = microsoftLearnAddresses.id;
/** A transcript lists every module that was ever finished: 1,209 of them are 700 kB. */
const maxBytes = 12_000_000;

/** Microsoft Learn: transcripts and profiles that the user shares, and pages of single credentials (facts on sources, 2). */
export const microsoftLearn: BadgeSource = {
  ...microsoftLearnAddresses,
  askedAt: 'installation',
  hosts: [`https://${learnHost}/*`],
  examples: [
    'https://learn.microsoft.com/en-us/users/HaneulKim-0417/transcript/d7xkr4jh9pl2aqe',
    'https://learn.microsoft.com/ko-kr/users/HaneulKim-0417/transcript/d7xkr4jh9pl2aqe?tab=credentials-tab',
    'https://learn.microsoft.com/en-us/users/haneulkim-0417/',
    'learn.microsoft.com/users/haneulkim-0417/achievements',
  ],
  linkExamples: [
    'https://learn.microsoft.com/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C95501?sharingId=51AB257D40C95501',
    'https://learn.microsoft.com/en-us/users/HaneulKim-0417/credentials/7b47257d40c95501?ref=https%3A%2F%2Fwww.linkedin.com%2F',
    'https://learn.microsoft.com/api/achievements/share/en-us/HaneulKim-0417/KQ7MZ2A9?sharingId=51AB257D40C95501',
  ],
  parseAccount,
  parseLink: parseShareLink,
  // An address needs a user's name and often a key beside the id; and behind it there is no record to be checked.
  badgePageUrl: () => null,
  assertionUrls: () => [],
  fetchRecords,
  toBadges: (records, account) => badgesOf(records, account, toLearnBadge),
};

function toLearnBadge(record: unknown, account: Account): Badge | null {
  return (account.links ? toPageBadge : toBadge)(record, account);
}

/** A transcript that is shared by link, or a profile. */
function parseAccount(input: string): Account | null {
  const text = input.trim().replace(/^[\s<([{"'“‘]+|[\s>)\]}"'”’.,;:!?]+$/g, '');
  const url = safeUrl(/^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`);
  const address = url ? parseLearnAddress(new URL(url)) : null;
  if (address?.kind !== 'transcript' && address?.kind !== 'profile') return null;
  const page = `https://${learnHost}/${address.locale}/users/${encodeURIComponent(address.user)}/`;
  const isTranscript = address.kind === 'transcript';
  // Each share link is an account of its own: the user can take one back and make another.
  const handle = isTranscript ? `${address.user}/${address.id}` : address.user;
  return {
    id: accountId(id, handle),
    sourceId: id,
    handle,
    url: safeUrl(isTranscript ? `${page}transcript/${address.id}` : page),
  };
}

async function fetchRecords(account: Account, cursor: string | null, io: Io): Promise<RecordPage> {
  if (account.links) return fetchLinkPage(account, cursor, (link) => fetchShared(link, io));
  const address = account.url ? parseLearnAddress(new URL(account.url)) : null;
  if (!address) throw new AppError('not-an-account', account.handle);
  return address.kind === 'transcript' ? fetchTranscript(address, io) : fetchAchievements(address.user, io);
}

/** In English, whatever the link: icons go by the name, and other sources have the same badge under its English one. */
async function fetchTranscript({ id: shareId }: LearnAddress, io: Io): Promise<RecordPage> {
  const address = `https://${learnHost}/api/profiles/transcript/share/${shareId}?locale=en-us`;
  const json = await readJson(await io.fetch(address, { accept: 'application/json', maxBytes }), io.now());
  const { entries, exams, statedTotal } = parseTranscript(json);
  return { records: entries, exams, statedTotal, nextCursor: null };
}
