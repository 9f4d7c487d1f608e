import { badgeId, type Account, type Badge } from '../badge';
import type { WebUrl } from '../html';
import { badgesOf } from './badges-of';
import { toHostedBadge } from './hosted-badge';
import type { HostedRecord } from './hosted-record';
import { fetchLinkPage } from './link-pages';
import type { RecordPage } from './source';

/** The record of one badge with what its source knows beside it. */
export interface LinkedRecord {
  /** The source's own id of the badge. */
  readonly id: string;
  readonly pageUrl: WebUrl | null;
  readonly imageUrl?: WebUrl | null;
  readonly record: HostedRecord;
}

/** One link of an account. Of what was taken back a host often keeps no more than that: the badge is named by its id alone. */
export async function fetchLinkedPage(
  account: Account,
  cursor: string | null,
  fetchOne: (link: WebUrl) => Promise<LinkedRecord>,
): Promise<RecordPage> {
  const page = await fetchLinkPage(account, cursor, fetchOne);
  const [linked] = page.records;
  if (!isLinked(linked) || !linked.record.isRevoked || toLinkedBadge(linked, account)) return page;
  return { ...page, records: [], revoked: [badgeId(account.sourceId, linked.id)] };
}

/** @throws AppError `bad-response` when none of the records is one */
export function toLinkedBadges(records: readonly unknown[], account: Account): Badge[] {
  return badgesOf(records, account, (record) => (isLinked(record) ? toLinkedBadge(record, account) : null));
}

function toLinkedBadge({ id, pageUrl, imageUrl, record }: LinkedRecord, account: Account): Badge | null {
  return toHostedBadge(record, { account, id, pageUrl, ...(imageUrl ? { imageUrl } : {}) });
}

function isLinked(value: unknown): value is LinkedRecord {
  return typeof value === 'object' && value !== null && 'id' in value && 'record' in value;
}
