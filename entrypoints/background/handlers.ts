import { browser } from 'wxt/browser';
import { storage } from '#imports';
import type { BadgeReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { requiredHosts } from '@/utils/hosts';
import { eraseAll, markSeen } from '@/utils/library';
import { shareableBadges } from '@/utils/library-queries';
import type { MessageHandlers } from '@/utils/messages';
import type { KnownVerification } from '@/utils/verification';
import { accountHandlers } from './accounts';
import { backupHandlers } from './backup';
import { claimHandlers } from './claims';
import { collectionHandlers } from './collections';
import { revokeAll } from './connect-host';
import { openLibrary } from './first-run';
import { compareHolder } from './holder';
import { importHandlers } from './imports';
import { makeSignature } from './insert';
import { mergeHandlers } from './merges';
import { placeHandlers } from './places';
import { proofHandlers } from './proofs';
import { whileStopped } from './pulls';
import { requireConsent, requireSwitchedOn } from './require';
import { bringPageUi, pasteInto, registerSites, switchSite } from './sites';
import { showNewCount, showOnThisPage } from './toolbar';
import { checkOwn, checkReference, readShown, verifyContent } from './verification';

/** What the background does for each message. One object, so that a missing name does not compile. */
export const handlers: MessageHandlers = {
  ...accountHandlers,
  ...importHandlers,
  ...mergeHandlers,
  ...claimHandlers,
  ...backupHandlers,
  ...collectionHandlers,
  ...placeHandlers,
  ...proofHandlers,
  async markBadgesSeen() {
    await markSeen();
    await showNewCount();
    return null;
  },
  async verifyOwnBadge({ badgeId }) {
    await requireConsent();
    const badge = await db.badges.where('id').equals(badgeId).first();
    return badge ? checkOwn(badge) : null;
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
    const grants = await db.grants.toArray();
    await whileStopped(eraseAll);
    // While the browser still lets us ask their hosts.
    await revokeAll(grants);
    await storage.clear('local');
    await storage.clear('session');
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
  async compareHolder({ sourceId, id, shown, mayAsk }, sender) {
    await requireSwitchedOn(sender);
    await requireConsent();
    const text = String(shown.text).slice(0, 320);
    const as = shown.as === 'sender' ? 'sender' : 'profile';
    return compareHolder(toCleanReference({ sourceId, id }), { as, text }, mayAsk === true);
  },
  async readVerification(reference, sender) {
    await requireSwitchedOn(sender);
    return readShown(toCleanReference(reference));
  },
  async getSignature(_, sender) {
    await requireSwitchedOn(sender);
    return makeSignature();
  },
  async pasteSignature(_, sender) {
    await requireSwitchedOn(sender);
    const made = await makeSignature();
    if (made && sender.kind === 'page') await pasteInto(sender, made);
    return null;
  },
  async listShareableBadges(_, sender) {
    await requireSwitchedOn(sender);
    const rows = await shareableBadges(200);
    return rows.flatMap(({ id, achievement, issuer, pageUrl }) =>
      pageUrl ? [{ id, name: achievement.name, issuerName: issuer.name, pageUrl }] : [],
    );
  },
  async loadPageUi(_, sender) {
    await requireSwitchedOn(sender);
    if (sender.kind === 'page') await bringPageUi(sender);
    return null;
  },
  async showOnThisPage(_, sender) {
    await requireSwitchedOn(sender);
    return showOnThisPage();
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

async function optionalGrants(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !requiredHosts.includes(origin));
}
