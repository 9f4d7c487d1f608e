import type { PageFeature } from '@/utils/pages/page-feature';
import { startPageScript, whenShown } from '@/utils/pages/page-context';
import { runFeatures } from '@/utils/pages/run-features';
import { sites, type SiteSetting } from '@/utils/settings';
import type { SiteId } from '@/utils/site';

/**
 * Runs a content script for as long as the user has this page's site switched on. Which site that is, the settings say:
 * a webmail may stand on any host, and one script serves them all.
 */
export async function runOnSite(
  name: string,
  featuresFor: (siteId: SiteId, root: AbortSignal) => readonly PageFeature[],
): Promise<void> {
  const root = startPageScript(name);
  await whenShown();
  const stopWatching = sites.watch((all) => {
    if (!siteHere(all ?? [])) root.abort();
  });
  root.signal.addEventListener('abort', stopWatching);
  const siteId = siteHere(await sites.getValue());
  if (!siteId) root.abort();
  if (siteId && !root.signal.aborted) runFeatures(featuresFor(siteId, root.signal), root);
}

function siteHere(all: readonly SiteSetting[]): SiteId | null {
  return all.find(({ matches }) => matches.includes(`${location.origin}/*`))?.siteId ?? null;
}
