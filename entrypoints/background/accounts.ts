import { AppError } from '@/utils/errors';
import { addAccount, removeAccount } from '@/utils/library';
import type { AccountMessages } from '@/utils/messages-accounts';
import type { HandlersOf } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { sampleAccount } from '@/utils/sources/sample';
import { pull, pullAll, resume, whileStopped } from './pulls';
import { requireConsent } from './require';
import { showNewCount } from './toolbar';

/** What the user does with accounts. */
export const accountHandlers: HandlersOf<AccountMessages> = {
  async connectAccount({ input }) {
    await requireConsent();
    const account = badgeSources.map((source) => source.parseAccount(input)).find((found) => found !== null);
    if (!account) throw new AppError('not-an-account', input.slice(0, 80));
    await addAccount(account, new Date());
    await pull(account.id);
    return { accountId: account.id };
  },
  async addSampleBadges() {
    await requireConsent();
    await addAccount(sampleAccount, new Date());
    await pull(sampleAccount.id);
    return { accountId: sampleAccount.id };
  },
  async syncAccounts({ accountId }) {
    await requireConsent();
    if (accountId) await pull(accountId);
    else void pullAll();
    return null;
  },
  async forgetAccount({ accountId }) {
    await whileStopped(() => removeAccount(accountId));
    await showNewCount();
    // What the other accounts had under way was broken off, too.
    void resume();
    return null;
  },
  cancelSync: () => Promise.reject(new AppError('unexpected')),
  nameAccount: () => Promise.reject(new AppError('unexpected')),
  dismissSummary: () => Promise.reject(new AppError('unexpected')),
  switchSource: () => Promise.reject(new AppError('unexpected')),
  connectHost: () => Promise.reject(new AppError('unexpected')),
};
