import type { AccountId } from '@/utils/badge';
import { db } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { addAccount, removeAccount } from '@/utils/library';
import { dismissSummary, nameAccount, noteAddress, restoreAccount } from '@/utils/library-accounts';
import { addLink } from '@/utils/library-links';
import type { AccountMessages } from '@/utils/messages-accounts';
import type { HandlersOf } from '@/utils/messages';
import { createLoggedIo } from '@/utils/network-log';
import { revokeGrant } from '@/utils/oauth';
import { switchedOnSources } from '@/utils/settings';
import { badgeSources } from '@/utils/sources/index';
import { sampleAccount } from '@/utils/sources/sample';
import type { BadgeSource } from '@/utils/sources/source';
import { isRefreshable, isSwitchedOn } from '@/utils/sync-sources';
import { hostHandlers } from './connect-host';
import { cancel, pull, pullAll, resume } from './pulls';
import { requireConsent } from './require';
import { stopList } from './stops';
import { showNewCount } from './toolbar';

/** What the user does with accounts. */
export const accountHandlers: HandlersOf<AccountMessages> = {
  async connectAccount({ input }) {
    await requireConsent();
    const accountId = await connect(input);
    await pull(accountId);
    return { accountId };
  },
  async addSampleBadges() {
    await requireConsent();
    await addAccount(sampleAccount, new Date());
    await pull(sampleAccount.id);
    return { accountId: sampleAccount.id };
  },
  async syncAccounts({ accountId }) {
    await requireConsent();
    if (!accountId) void pullAll({ isAsked: true });
    else if (await canRefresh(accountId)) await pull(accountId);
    return null;
  },
  async cancelSync({ accountId }) {
    await cancel(accountId);
    return null;
  },
  async forgetAccount({ accountId }) {
    stopList(accountId);
    const grant = await db.grants.get(accountId);
    await removeAccount(accountId);
    await showNewCount();
    // Told to the host as well; if it cannot be reached, the token is gone from here all the same.
    if (grant) void revokeGrant(grant, createLoggedIo('list')).catch(() => undefined);
    return null;
  },
  async restoreAccount({ account, rows }) {
    await requireConsent();
    await restoreAccount(account, rows);
    await showNewCount();
    // Its pictures went with it; and a pull that was under way goes on.
    void resume();
    return null;
  },
  async nameAccount({ accountId, label }) {
    await nameAccount(accountId, label);
    return null;
  },
  async noteAddress({ accountId, address }) {
    await noteAddress(accountId, address);
    return null;
  },
  async dismissSummary({ accountId }) {
    await dismissSummary(accountId);
    return null;
  },
  async switchSource({ sourceId, on }) {
    const others = (await switchedOnSources.getValue()).filter((id) => id !== sourceId);
    await switchedOnSources.setValue(on ? [...others, sourceId] : others);
    const own = await db.accounts.filter((account) => account.sourceId === sourceId).primaryKeys();
    if (!on) for (const id of own) await cancel(id);
    return null;
  },
  ...hostHandlers,
};

/** Stores what the user pasted: an account, or else the link of one badge. */
async function connect(input: string): Promise<AccountId> {
  for (const source of badgeSources) {
    const account = source.parseAccount(input);
    if (!account) continue;
    await requireOn(source);
    return (await addAccount(account, new Date())).id;
  }
  const url = URL.canParse(input.trim()) ? new URL(input.trim()) : null;
  for (const source of url ? badgeSources : []) {
    const link = url && source.parseLink(url);
    if (!link) continue;
    await requireOn(source);
    const { accountId, isNew } = await addLink(source.id, link, new Date());
    if (!isNew) throw new AppError('known-already', link);
    return accountId;
  }
  throw new AppError('not-an-account', input.slice(0, 80));
}

async function requireOn(source: BadgeSource): Promise<void> {
  if (!(await isSwitchedOn(source))) throw new AppError('source-off', source.name);
}

async function canRefresh(id: AccountId): Promise<boolean> {
  const account = await db.accounts.get(id);
  return account !== undefined && isRefreshable(account);
}
