import { browser } from 'wxt/browser';
import { storage } from '#imports';
import type { Badge } from '@/utils/badge';
import type { BadgeReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { issuedBy } from '@/utils/i18n';
import { addAccount, eraseAll, markSeen, removeAccount } from '@/utils/library';
import { badgesForSignature, shareableBadges } from '@/utils/library-queries';
import type { MessageHandlers, Sender } from '@/utils/messages';
import { hasConsent, signature } from '@/utils/settings';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import { badgeSources } from '@/utils/sources/index';
import { sampleAccount } from '@/utils/sources/sample';
import type { KnownVerification } from '@/utils/verification';
import { openLibrary } from './first-run';
import { pull, pullAll, resume, whileStopped } from './pulls';
import { isSwitchedOn, registerSites, switchSite } from './sites';
import { showNewCount } from './toolbar';
import { checkReference, readShown, verifyContent } from './verification';

/** What the background does for each message. One object, so that a missing name does not compile. */
export const handlers: MessageHandlers = {
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
  async markBadgesSeen() {
    await markSeen();
    await showNewCount();
    return null;
  },
  async verifyOwnBadge({ badgeId }) {
    const badge = await db.badges.get(badgeId);
    const reference = badge && toReference(badge);
    return reference ? check(reference) : null;
  },
  async verifyAnything(request) {
    await requireConsent();
    return verifyContent(request);
  },
  async switchSite({ siteId, on, origin }) {
    await requireConsent();
    await switchSite(siteId, on, origin);
    return null;
  },
  async eraseEverything() {
    await whileStopped(eraseAll);
    await storage.clear('local');
    await registerSites();
    await browser.permissions.remove({ origins: await optionalGrants() }).catch(() => false);
    await browser.alarms.clearAll();
    await showNewCount();
    return null;
  },
  async verifyBadge(reference, sender) {
    await requireSwitchedOn(sender);
    return check(toCleanReference(reference));
  },
  async readVerification(reference, sender) {
    await requireSwitchedOn(sender);
    return readShown(toCleanReference(reference));
  },
  async getSignature(_, sender) {
    await requireSwitchedOn(sender);
    const { layoutId, badgeIds } = await signature.getValue();
    const layout = signatureLayouts.find(({ id }) => id === layoutId) ?? signatureLayouts[0];
    const badges = await badgesForSignature(badgeIds, new Date());
    return layout && badges.length > 0 ? layout.render(badges, { words: { issuedBy } }) : null;
  },
  async listShareableBadges(_, sender) {
    await requireSwitchedOn(sender);
    const rows = await shareableBadges(200);
    return rows.flatMap(({ id, achievement, issuer, pageUrl }) =>
      pageUrl ? [{ id, name: achievement.name, issuerName: issuer.name, pageUrl }] : [],
    );
  },
  async openLibrary({ view }) {
    await openLibrary(view);
    return null;
  },
};

async function check(reference: BadgeReference): Promise<KnownVerification> {
  await requireConsent();
  return checkReference(reference);
}

/** Of what a page sent, only the two strings that a reference has. */
function toCleanReference({ sourceId, id }: BadgeReference): BadgeReference {
  if (typeof sourceId !== 'string' || typeof id !== 'string')
    throw new AppError('unsupported-badge', 'no reference');
  return { sourceId, id };
}

function toReference({ sourceId, pageUrl }: Badge): BadgeReference | null {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  const id = pageUrl && source?.parseBadgeUrl(new URL(pageUrl));
  return id ? { sourceId, id } : null;
}

/** Nothing is read or asked before the user has agreed. */
async function requireConsent(): Promise<void> {
  if (!(await hasConsent())) throw new AppError('consent-needed');
}

/** Our own pages may always ask; a page of others only while the user has its site switched on. */
async function requireSwitchedOn(sender: Sender): Promise<void> {
  if (sender.kind === 'page' && !(await isSwitchedOn(sender.origin))) {
    throw new AppError('permission-needed', sender.origin);
  }
}

async function optionalGrants(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const required = badgeSources.flatMap((source) => source.hosts);
  return origins.filter((origin) => !required.includes(origin));
}
