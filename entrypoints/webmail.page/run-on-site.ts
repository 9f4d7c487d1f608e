import type { PageFeature } from '@/utils/pages/page-feature';
import { startPageScript, whenShown } from '@/utils/pages/page-context';
import { runFeatures } from '@/utils/pages/run-features';
import type { SiteId } from '@/utils/site';
import { onSitesChanged, siteHere } from './page-settings';

/** Runs a content script for as long as the user has this page's site switched on. */
export async function runOnSite(
  name: string,
  featuresFor: (siteId: SiteId, root: AbortSignal) => readonly PageFeature[],
): Promise<void> {
  const root = startPageScript(name);
  const { signal } = root;
  await whenShown();
  onSitesChanged(signal, () => void stopWhenOff(root));
  const siteId = await siteHere();
  if (!siteId) root.abort();
  if (siteId && !signal.aborted) runFeatures(featuresFor(siteId, signal), root);
}

async function stopWhenOff(root: AbortController): Promise<void> {
  if (!(await siteHere())) root.abort();
}
