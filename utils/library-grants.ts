import type { Account, AccountId } from './badge';
import { db as defaultDb, type GrantRow } from './db';
import { addAccount } from './library';

/** Keeps an account together with what its host granted; returns the grant that it replaces, so that it can be given back. */
export async function storeGrant(
  account: Account,
  grant: GrantRow,
  now: Date,
  db = defaultDb,
): Promise<GrantRow | null> {
  return db.transaction('rw', db.accounts, db.grants, async () => {
    await addAccount(account, now, db);
    const before = (await db.grants.get(account.id)) ?? null;
    await db.grants.put(grant);
    return before;
  });
}

/** What a renewal brought. Writes nothing when the grant is gone by now: its account was forgotten meanwhile. */
export async function renewGrant(
  id: AccountId,
  renewed: Pick<GrantRow, 'accessToken' | 'refreshToken' | 'expiresAt'>,
  db = defaultDb,
): Promise<GrantRow | null> {
  const count = await db.grants.update(id, renewed);
  return count === 0 ? null : ((await db.grants.get(id)) ?? null);
}
