import { badgeId, linksHandle, type AccountId, type BadgeId, type SourceId } from './badge';
import { db as defaultDb, type AccountRow, type BadgeRow } from './db';
import { AppError } from './errors';
import type { WebUrl } from './html';
import { appendLink } from './library-accounts';
import { badgeSources } from './sources/index';
import { knownAs } from './sources/known-as';

/** What adding a link did. */
export interface AddedLink {
  readonly accountId: AccountId;
  /** The badge that it will be; null where the link does not say (short links). */
  readonly badgeId: BadgeId | null;
  readonly isNew: boolean;
}

/**
 * Adds one badge of a source by its link, to the account that holds the single badges of that source. Behind the others, so
 * that a pull under way is not led astray.
 * @throws AppError `not-an-account` when the source does not know the link
 */
export async function addLink(
  sourceId: SourceId,
  address: WebUrl,
  now: Date,
  db = defaultDb,
): Promise<AddedLink> {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  const link = source?.parseLink(new URL(address));
  if (!source || !link) throw new AppError('not-an-account', address.slice(0, 200));
  const id = source.parseBadgeUrl(new URL(link));
  const added = await appendLink(sourceId, link, now, db);
  return { ...added, badgeId: id ? badgeId(sourceId, id) : null };
}

/** The link under which a single badge was added; null when none of them is known to lead to it. */
export function linkOf(row: BadgeRow, { handle, links = [] }: AccountRow): WebUrl | null {
  if (handle !== linksHandle) return null;
  const names = new Set([...row.knownAs, ...knownAs(row.pageUrl), row.id.toLowerCase()]);
  const found = links.find((link) => link === row.pageUrl || knownAs(link).some((name) => names.has(name)));
  // A short link names no badge; where it is the only one, there is no doubt.
  return found ?? (links.length === 1 ? (links[0] ?? null) : null);
}
