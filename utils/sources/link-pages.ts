import { accountId, linksHandle, type Account, type SourceId } from '../badge';
import { toAppError, type ErrorCode, ofOneAddress } from '../errors';
import type { WebUrl } from '../html';
import type { RecordPage } from './source';

/** The account that holds the single badges of a source; `links` is what the library adds to. */
export function linksAccount(sourceId: SourceId, links: readonly WebUrl[]): Account {
  return { id: accountId(sourceId, linksHandle), sourceId, handle: linksHandle, url: null, links };
}

/** Faults of one link alone; anything else (no network, a wait) ends the pull, which goes on later at the same link. */
const ofOneLink: ReadonlySet<ErrorCode> = new Set([...ofOneAddress, 'unsupported-badge']);

/**
 * One page per link, so that a pull that is cut off goes on with the next link. A link that leads nowhere is a problem of
 * its own: the others are asked all the same.
 * @param fetchOne the record behind one link; throws AppError
 */
export async function fetchLinkPage(
  account: Account,
  cursor: string | null,
  fetchOne: (link: WebUrl) => Promise<unknown>,
): Promise<RecordPage> {
  const links = account.links ?? [];
  const index = Number(cursor ?? '0');
  const link = links[index];
  const nextCursor = index + 1 < links.length ? String(index + 1) : null;
  const page = { statedTotal: links.length, pagesTotal: links.length, nextCursor };
  if (!link) return { ...page, records: [], nextCursor: null };
  try {
    return { ...page, records: [await fetchOne(link)] };
  } catch (cause) {
    const error = toAppError(cause);
    if (!ofOneLink.has(error.code)) throw error;
    const detail = `${new URL(link).hostname}: ${error.message}`;
    return { ...page, records: [], problem: { ...error.toRecord(), detail } };
  }
}
