import { messageAreas } from '@/utils/pages/message-areas';
import type { PageFeature } from '@/utils/pages/page-feature';
import type { Webmail } from '@/utils/webmails/webmail';
import { markBadges } from './mark-badges';

/** Marks badges in a message that is being read. */
export function verificationOverlay(webmail: Webmail, root: AbortSignal): PageFeature {
  const within = messageAreas(webmail, window);
  return {
    id: 'verification-overlay',
    when: () => true,
    start: (signal) => markBadges({ within }, signal, root),
  };
}
