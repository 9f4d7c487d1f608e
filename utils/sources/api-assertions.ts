import { badgeId, type Account, type Badge } from '../badge';
import { AppError, toAppError, type ErrorCode, type ErrorRecord, ofOneAddress } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import { toCopies, type Io, type IoRequest } from '../io';
import { isObject, withPlainNames } from '../open-badges/v1';
import { textsOf } from '../open-badges/v3-fields';
import { toAssertionBadge } from './hosted-badge';
import { completeRecord, fetchHostedRecord, type HostedRecord } from './hosted-record';
import { readToken } from './signed-token';
import type { Original } from './source';

/** One entry of an API's list of assertions, with its class and issuer. */
export interface ApiRecord extends HostedRecord {
  /** False for a signed one, whose id need not lead anywhere. */
  readonly isHosted: boolean;
  /** A signed one as it came; null where the host's word is the proof. */
  readonly token: string | null;
}

/** Faults of one badge alone; anything else ends the pull, which goes on later. */
const ofOneBadge: ReadonlySet<ErrorCode> = new Set([...ofOneAddress, 'permission-needed']);

/**
 * The records of a page of a list, and why one of them could not be had. Badges name their class and issuer, and a page
 * has many of the same: each address is asked once.
 * @param entries hosted assertions (embedded or by their address) and signed ones (compact JWS)
 */
export async function fetchApiRecords(
  entries: readonly { readonly value: unknown; readonly isHosted: boolean }[],
  apiBase: WebUrl,
  io: Io,
): Promise<{ records: ApiRecord[]; problem: ErrorRecord | null }> {
  const once = remembering(io);
  const records: ApiRecord[] = [];
  let problem: ErrorRecord | null = null;
  for (const { value, isHosted } of entries) {
    try {
      const record = await fetchRecord(isHosted ? value : read(value), apiBase, once);
      records.push({ ...record, isHosted, token: !isHosted && typeof value === 'string' ? value : null });
    } catch (cause) {
      const error = toAppError(cause);
      if (!ofOneBadge.has(error.code)) throw error;
      problem ??= error.toRecord();
    }
  }
  return { records, problem };
}

function read(value: unknown): unknown {
  return typeof value === 'string' ? readToken(value) : value;
}

async function fetchRecord(value: unknown, apiBase: WebUrl, io: Io): Promise<HostedRecord> {
  if (!isObject(value)) {
    const url = safeUrl(value);
    if (!url) throw new AppError('bad-response', 'an assertion is named by no address');
    return fetchHostedRecord([url], io);
  }
  const json = withPlainNames(value);
  return completeRecord({ url: safeUrl(json['id']) ?? apiBase, json, isGone: false }, io);
}

/** True for what `fetchApiRecords` made. */
export function isApiRecord(record: unknown): record is ApiRecord {
  return isObject(record) && isObject(record['assertion']) && typeof record['isHosted'] === 'boolean';
}

/** A record as a badge, or null when it is none. Its own id names it; without one it could not be told from others. */
export function toApiBadge(record: ApiRecord, account: Account): Badge | null {
  const badge = toAssertionBadge(record, account);
  const [id] = textsOf(record.assertion['id']);
  if (!badge || !id) return null;
  return {
    ...badge,
    id: badgeId(account.sourceId, id),
    state: record.isRevoked ? 'revoked' : 'unknown',
    pageUrl: record.isHosted ? safeUrl(id) : null,
  };
}

/** What proves a signed badge. */
export function toApiOriginal(record: ApiRecord, account: Account): Original | null {
  const badge = record.token === null ? null : toApiBadge(record, account);
  return badge && { id: badge.id, name: badge.achievement.name, text: record.token ?? '' };
}

/** Asks each address once while a page is read. */
function remembering(io: Io): Io {
  const answers = new Map<string, Promise<() => Response>>();
  async function ask(url: string | URL, request?: IoRequest): Promise<Response> {
    const key = String(url);
    const answer = answers.get(key) ?? io.fetch(url, request).then(toCopies);
    answers.set(key, answer);
    return (await answer)();
  }
  return { fetch: ask, now: io.now };
}
