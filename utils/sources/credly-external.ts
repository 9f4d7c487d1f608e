import * as v from 'valibot';
import { badgeId, type Account, type Badge } from '../badge';
import { AppError, toAppError, type ErrorCode } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { fetchListPage } from './credly-list';
import { fetchProfile } from './credly-profile';
import { toDay, toSizedPicture } from './credly-records';
import { knownAs } from './known-as';
import { listOf, nameOrNamed, named, text, textOrNull } from './record-fields';
import type { RecordPage } from './source';

/** A badge of elsewhere that the earner brought to Credly (facts on sources, 1.3). */
const externalSchema = v.object({
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
  public: v.fallback(v.boolean(), true),
  external_badge: v.object({
    type: text,
    badge_name: named,
    badge_description: text,
    issuer_name: text,
    issued_at_date: textOrNull,
    issued_at: textOrNull,
    expires_at_date: textOrNull,
    expires_at: textOrNull,
    badge_url: textOrNull,
    badge_id: textOrNull,
    credential_number: textOrNull,
    recipient_name: textOrNull,
    image_url: textOrNull,
    skills: listOf(nameOrNamed),
    badge_criteria: v.fallback(v.nullable(v.object({ id: textOrNull, narrative: text })), null),
    verification_status: v.fallback(v.object({ verified: v.fallback(v.boolean(), false) }), {
      verified: false,
    }),
  }),
});

/** True for a record of the second list. */
export function isExternal(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'external_badge' in raw;
}

/** One record as a badge, or null when it is not what we know. */
export function toExternalBadge(raw: unknown, account: Account): Badge | null {
  const parsed = v.safeParse(externalSchema, raw);
  if (!parsed.success) return null;
  const { id, external_badge: badge, public: isPublic } = parsed.output;
  const issuedOn = toDay(badge.issued_at_date, badge.issued_at);
  if (!issuedOn) return null;
  const { badge_criteria: criteria, credential_number: number } = badge;
  const criteriaUrl = safeUrl(criteria?.id);
  const hasCriteria = criteria && (criteria.narrative || criteriaUrl);
  return {
    // Apart from Credly's own ids: what Credly issued can be asked for by its id, this cannot.
    id: badgeId(account.sourceId, `external:${id}`),
    sourceId: account.sourceId,
    accountId: account.id,
    achievement: {
      name: badge.badge_name,
      description: badge.badge_description,
      criteria: hasCriteria ? [{ text: criteria.narrative || String(criteriaUrl), url: criteriaUrl }] : [],
      skills: [...new Set(badge.skills)],
      type: null,
      level: null,
      url: null,
    },
    issuer: { id: null, name: badge.issuer_name, url: null },
    recipientName: badge.recipient_name,
    issuedOn,
    expiresOn: toDay(badge.expires_at_date, badge.expires_at),
    evidence: [],
    state: isPublic ? 'public' : 'private',
    pageUrl: withoutAddresses(badge.badge_url),
    imageUrl: toSizedPicture(badge.image_url),
    credentialId: number,
    knownAs: knownAs(
      safeUrl(badge.badge_url),
      safeUrl(badge.badge_id),
      number && `${badge.issuer_name}#${number}`,
    ),
    // An EmulatedBadge was read off a page; nobody at Credly looked behind it.
    basis: badge.type === 'OpenBadge' && badge.verification_status.verified ? 'record' : 'copy',
    renewableFrom: null,
  };
}

/** Badgr's links may bear the earner's e-mail address (`identity__email`), which is nobody's business who gets the link. */
function withoutAddresses(address: string | null): WebUrl | null {
  const url = safeUrl(address);
  if (!url?.includes('?')) return url;
  const kept = new URL(url);
  const told = [...kept.searchParams].filter(
    ([name, value]) => value.includes('@') || /^identity__|^utm_/.test(name),
  );
  for (const [name] of told) kept.searchParams.delete(name);
  return safeUrl(kept.href);
}

/** Where the second list is read on: whose it is (learned from the profile), its page, and what the own list stated. */
interface Place {
  readonly uuid: string | null;
  readonly page: number;
  readonly ownTotal: number | null;
  readonly ownPages: number;
}

const cursorPattern = /^external:([0-9a-f-]{36})?:(\d+):(\d+)?:(\d+)$/;

/** The cursor of the second list's first page. */
export function firstExternal(uuid: string | null, ownTotal: number | null, ownPages: number): string {
  return toCursor({ uuid, page: 1, ownTotal, ownPages });
}

/** Null for a cursor of the own list. */
export function parseExternalCursor(cursor: string | null): Place | null {
  const [whole, uuid, page, total, pages] = cursorPattern.exec(cursor ?? '') ?? [];
  if (whole === undefined) return null;
  const ownTotal = total === undefined ? null : Number(total);
  return { uuid: uuid ?? null, page: Number(page), ownTotal, ownPages: Number(pages) };
}

function toCursor({ uuid, page, ownTotal, ownPages }: Place): string {
  return `external:${uuid ?? ''}:${page}:${ownTotal ?? ''}:${ownPages}`;
}

/** Faults that are not of this list: the pull stops, and goes on here later. */
const ofEverything: ReadonlySet<ErrorCode> = new Set(['offline', 'cancelled', 'rate-limited']);

/**
 * One page of the badges from elsewhere. They are a list apart, so its faults are a problem and not the end: what Credly
 * itself issued was read before, and counts. What an earner without such badges gets was never seen; a 404 on the first
 * page is taken for "none" (a guess), or everybody without would be told of a fault each day. Badges that were there
 * before are marked as no longer listed then, and stay.
 */
export async function fetchExternalPage(account: Account, place: Place, io: Io): Promise<RecordPage> {
  try {
    return await fetchPage(account, place, io);
  } catch (cause) {
    const error = toAppError(cause);
    if (ofEverything.has(error.code)) throw error;
    const { ownTotal, ownPages } = place;
    if (error.code === 'not-found' && place.page === 1)
      return { records: [], statedTotal: ownTotal, pagesTotal: ownPages + 1, nextCursor: null };
    const code = error.code === 'not-found' ? 'bad-response' : error.code;
    const problem = { ...error.toRecord(), code, detail: `external badges: ${error.message}` };
    return { records: [], statedTotal: null, nextCursor: null, problem };
  }
}

async function fetchPage(account: Account, place: Place, io: Io): Promise<RecordPage> {
  const uuid = place.uuid ?? (await fetchProfile(account, io)).uuid;
  if (!uuid) throw new AppError('bad-response', 'the profile names no UUID');
  const address = `https://www.credly.com/api/v1/users/${uuid}/external_badges/open_badges/public`;
  const list = await fetchListPage(address, place.page, io);
  // Every record in the wrong shape would end the pull, and the own list with it.
  const isKnown =
    list.records.length === 0 || list.records.some((record) => toExternalBadge(record, account));
  if (!isKnown) throw new AppError('bad-response', `none of ${list.records.length} is a badge as we know it`);
  const { ownTotal, ownPages, page } = place;
  const isCounted = ownTotal !== null && list.statedTotal !== null;
  return {
    records: list.records,
    statedTotal: isCounted ? ownTotal + list.statedTotal : null,
    pagesTotal: ownPages + list.pagesTotal,
    nextCursor: list.hasNext ? toCursor({ ...place, uuid, page: page + 1 }) : null,
  };
}
