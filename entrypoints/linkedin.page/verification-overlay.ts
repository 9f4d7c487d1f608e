import { markBadges } from '@/entrypoints/webmail.page/mark-badges';
import { linkedIn } from '@/utils/pages/linkedin';
import { findProfileName } from '@/utils/pages/profile-name';
import type { ShownPerson } from '@/utils/holder';
import { selectorOf } from '@/utils/surface';
import type { PageFeature } from '@/utils/pages/page-feature';

/** Marks the badges that others show on their profile and in posts. */
export function verificationOverlay(root: AbortSignal): PageFeature {
  const { badgeAreas, shadowHosts } = linkedIn;
  const within = selectorOf(badgeAreas);
  return {
    id: 'verification-overlay',
    // By what the page holds, not by its address: LinkedIn loads pages under /preload/.
    when: () => true,
    start: (signal) => markBadges({ within, shadowHosts }, profileOf, signal, root),
  };
}

/** Whose profile a certificate stands on. Posts and comments on it may be of others. */
function profileOf(element: Element): ShownPerson | null {
  if (!element.closest(selectorOf(linkedIn.certifications))) return null;
  const text = findProfileName(document, location);
  return text ? { as: 'profile', text } : null;
}
