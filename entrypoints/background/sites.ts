import { browser } from 'wxt/browser';
import { AppError } from '@/utils/errors';
import { isPublicAddress } from '@/utils/http';
import { linkedInMatches } from '@/utils/pages/linkedin';
import { pasteInPageWorld } from '@/utils/pages/paste-in-page-world';
import { hasConsent, sites, type SiteSetting } from '@/utils/settings';
import { coversOrigin, type SiteId } from '@/utils/site';
import { webmails } from '@/utils/webmails/index';

const linkedIn = 'linkedin' as SiteId;

/** Notes the user's choice. The page has asked the browser for the permission inside the click. */
export async function switchSite(siteId: SiteId, on: boolean, origin?: string): Promise<void> {
  const matches = matchesOf(siteId, origin);
  const others = (await sites.getValue()).filter((site) => site.siteId !== siteId);
  const before = (await sites.getValue()).find((site) => site.siteId === siteId)?.matches ?? [];
  const after = on
    ? [...new Set([...before, ...matches])]
    : before.filter((match) => origin !== undefined && !matches.includes(match));
  await sites.setValue(after.length > 0 ? [...others, { siteId, matches: after }] : others);
  await registerSites();
  if (!on) await giveBack(before.filter((match) => !after.includes(match)));
}

/** The permission goes with the switch. Required hosts are not among them, so nothing else can lose it. */
async function giveBack(origins: string[]): Promise<void> {
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
}

function matchesOf(siteId: SiteId, origin?: string): string[] {
  const known = siteId === linkedIn ? linkedInMatches : webmails.find(({ id }) => id === siteId)?.matches;
  if (!known) throw new AppError('unexpected', `no site ${siteId}`);
  if (origin === undefined) return [...known];
  if (!URL.canParse(origin) || !isPublicAddress(new URL(origin)))
    throw new AppError('refused-address', origin);
  return [`${new URL(origin).origin}/*`];
}

/** Makes the registered content scripts what the settings and the granted permissions say, no more and no less. */
export async function registerSites(): Promise<void> {
  const wanted = (await hasConsent()) ? await grantedSites() : [];
  const registered = await browser.scripting.getRegisteredContentScripts();
  const stale = registered.filter((script) => !wanted.some((site) => isSame(site, script)));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
  const isThere = (site: SiteSetting) => registered.some((script) => isSame(site, script));
  for (const site of wanted.filter((candidate) => !isThere(candidate))) {
    await browser.scripting.registerContentScripts([toScript(site)]);
    await runInOpenTabs(site);
  }
}

/** A site counts while the browser still grants all of its hosts; the user may withdraw one at any time. */
async function grantedSites(): Promise<SiteSetting[]> {
  const all = await sites.getValue();
  const granted = await Promise.all(
    all.map(({ matches }) => browser.permissions.contains({ origins: [...matches] })),
  );
  return all.filter((_, index) => granted[index]);
}

/** The browser took a permission away: the switch goes off with it, and the scripts in open pages see that. */
export async function forgetWithdrawn(): Promise<void> {
  const granted = await grantedSites();
  if (granted.length < (await sites.getValue()).length) await sites.setValue(granted);
  await registerSites();
}

function toScript({ siteId, matches }: SiteSetting) {
  return {
    id: `site-${siteId}`,
    matches: [...matches],
    js: [scriptFile(siteId).slice(1)],
    // Messages are read in frames in some webmails (Roundcube's preview), and some of those have no address (Proton's).
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
}

function scriptFile(siteId: SiteId) {
  return siteId === linkedIn ? '/linkedin.js' : '/webmail.js';
}

function isSame(site: SiteSetting, script: { id: string; matches?: string[] }): boolean {
  const matches = script.matches ?? [];
  const sameMatches =
    matches.length === site.matches.length && site.matches.every((match) => matches.includes(match));
  return script.id === `site-${site.siteId}` && sameMatches;
}

/** Pages that are open already get the script now; registering works only for pages to come. */
async function runInOpenTabs({ siteId, matches }: SiteSetting): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  const run = (tabId: number) =>
    browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [scriptFile(siteId)],
    });
  // A tab may be gone, discarded or showing an error page; it gets the script when it loads again.
  await Promise.allSettled(tabs.flatMap((tab) => (tab.id === undefined ? [] : [run(tab.id)])));
}

/** Puts what is drawn into pages into one frame, in the world of the script that asked for it. */
export async function bringPageUi({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/overlay.js'] });
}

/** Pastes in the page's own world: in Firefox a paste from a content script arrives empty (facts on pages, section 4). */
export async function pasteInto(
  { tabId, frameId }: { tabId: number; frameId: number },
  { html, text }: { html: string; text: string },
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    world: 'MAIN',
    func: pasteInPageWorld,
    args: [html, text],
  });
}

/** Whether the user switched on the site of this origin: content scripts of others get no answer. */
export async function isSwitchedOn(origin: string): Promise<boolean> {
  return (await sites.getValue()).some((site) => site.matches.some((match) => coversOrigin(match, origin)));
}
