import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { finalUrl, type Io } from '../io';
import { throwForStatus } from '../read-json';
import { achievementId, learnHost, parseLearnAddress, type LearnAddress } from './microsoft-learn-addresses';
import { readPage, type PageRecord } from './page-badge';

/** The link as it is kept: with what opens it, without what tracks. Null when it is no page of one badge. */
export function parseShareLink(url: URL): WebUrl | null {
  const address = parseLearnAddress(url);
  if (address?.kind !== 'credential' && address?.kind !== 'achievement') return null;
  const path = address.sharingId || address.kind === 'achievement' ? sharePath(address) : viewerPath(address);
  const kept = new URL(`https://${learnHost}${path}`);
  if (address.sharingId) kept.searchParams.set('sharingId', address.sharingId);
  return safeUrl(kept.href);
}

function sharePath({ kind, locale, user, id }: LearnAddress): string {
  return `/api/${kind}s/share/${locale}/${encodeURIComponent(user)}/${id}`;
}

function viewerPath({ locale, user, id }: LearnAddress): string {
  return `/${locale}/users/${encodeURIComponent(user)}/credentials/${id}`;
}

/** Where people see a credential of somebody whose profile shows it. */
export function viewerUrl(address: LearnAddress): WebUrl | null {
  return safeUrl(`https://${learnHost}${viewerPath(address)}`);
}

/**
 * What a share page states of itself: a name and a picture, no day and no holder (facts on sources, 2.3). A viewer page
 * without `sharingId` is drawn by scripts; what its metadata says was never seen, so only a title that is not the site's own
 * is taken for a name.
 */
export async function fetchShared(link: WebUrl, io: Io): Promise<PageRecord> {
  const asked = parseLearnAddress(new URL(link));
  if (!asked) throw new AppError('unsupported-badge', link);
  const response = await io.fetch(link, { accept: 'text/html', redirect: 'follow', revalidate: true });
  throwForStatus(response, io.now());
  const final = new URL(finalUrl(response, link));
  if (parseLearnAddress(final)?.id.toLowerCase() !== asked.id.toLowerCase())
    throw new AppError('not-found', `leads to ${final.hostname}${final.pathname}`);
  const id = asked.kind === 'achievement' ? achievementId(asked.id) : asked.id.toLowerCase();
  const html = await response.text();
  const record = readPage(html, { id, pageUrl: link, platform: 'Microsoft Learn' });
  if (!record || isOwnTitle(record.name, asked.user))
    throw new AppError('unsupported-badge', 'the page states no name of a credential');
  return { ...record, issuer: 'Microsoft', issuerUrl: `https://${learnHost}/` };
}

/** "Profile", "Credentials", "404 - Page not found", or the name of the user: names of pages, not of what was earned. */
function isOwnTitle(name: string, user: string): boolean {
  const title = name.toLowerCase();
  return (
    title.includes(user.toLowerCase()) ||
    /^(?:profile|credentials?|achievements?|users?|\d{3}\b.*|microsoft learn.*)$/.test(title)
  );
}
