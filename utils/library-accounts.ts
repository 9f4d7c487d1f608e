import { accountId, linksHandle, type AccountId, type SourceId } from './badge';
import { db as defaultDb, type AccountRow, type BadgeRow } from './db';
import { joinAddresses, type HashedAddress } from './hashed-address';
import type { WebUrl } from './html';
import { newRow } from './library';
import { newProgress } from './library-pulls';
import { linksAccount } from './sources/link-pages';

/** Longer names are cut: they stand in one line. */
const labelLimit = 60;

/**
 * Adds a single badge's link to the account that holds those of its source, and notes that it is to be asked for: it
 * alone, for the others are as they were. A link that is there changes nothing.
 */
export async function appendLink(
  sourceId: SourceId,
  link: WebUrl,
  now: Date,
  db = defaultDb,
): Promise<{ accountId: AccountId; isNew: boolean }> {
  const id = accountId(sourceId, linksHandle);
  return db.transaction('rw', db.accounts, async () => {
    const known = await db.accounts.get(id);
    const links = known?.links ?? [];
    const isNew = !links.includes(link);
    const account = known ?? newRow(linksAccount(sourceId, []), now);
    if (isNew)
      await db.accounts.put({ ...account, links: [...links, link], progress: progressFor(account, now) });
    return { accountId: id, isNew };
  });
}

/** Under way already: then the last page leads on to the new link (`library-pages.ts`). */
function progressFor({ links = [], progress, stopped }: AccountRow, now: Date) {
  if (progress) return progress;
  const begun = newProgress(now, stopped?.changes);
  return links.length === 0 ? begun : { ...begun, cursor: String(links.length), isPart: true as const };
}

/** Gives an account the user's own name; an empty one takes it back. */
export async function nameAccount(id: AccountId, label: string, db = defaultDb): Promise<void> {
  const name = label.replace(/\s+/g, ' ').trim().slice(0, labelLimit);
  await db.accounts.update(id, { label: name || null });
}

/** Notes that an account has this e-mail address as well; null forgets those that were noted. */
export async function noteAddress(
  id: AccountId,
  address: HashedAddress | null,
  db = defaultDb,
): Promise<void> {
  // Within one transaction: of two that come at a time none is lost.
  await db.transaction('rw', db.accounts, async () => {
    const account = await db.accounts.get(id);
    if (account)
      await db.accounts.update(id, { addresses: address ? [...(account.addresses ?? []), address] : [] });
  });
}

/** The user has read what the last pull changed. */
export async function dismissSummary(id: AccountId, db = defaultDb): Promise<void> {
  await db.accounts.update(id, { summary: null });
}

/** Puts a forgotten account back as it was. One that was connected again meanwhile keeps what it has. */
export async function restoreAccount(
  account: AccountRow,
  rows: readonly BadgeRow[],
  db = defaultDb,
): Promise<void> {
  await db.transaction('rw', db.accounts, db.badges, async () => {
    const now = await db.accounts.get(account.id);
    const links = [...new Set([...(account.links ?? []), ...(now?.links ?? [])])];
    await db.accounts.put({
      ...(now ?? account),
      ...joinAddresses(account, now ?? {}),
      label: account.label,
      ...(account.links ? { links } : {}),
    });
    const there = new Set((await db.badges.where('accountId').equals(account.id).primaryKeys()).map(String));
    const own = rows.filter((row) => row.accountId === account.id);
    await db.badges.bulkPut(own.filter((row) => !there.has(String([row.accountId, row.id]))));
  });
}
