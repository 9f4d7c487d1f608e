import type { PageFeature } from '@/utils/pages/page-feature';
import type { Webmail } from '@/utils/webmails/webmail';
import { markBadges } from './mark-badges';

/** Marks badges in a message that is being read. */
export function verificationOverlay({ message }: Webmail, root: AbortSignal): PageFeature {
  return {
    id: 'verification-overlay',
    when: () => message.length > 0,
    start: (signal) => markBadges({ within: message.join(',') }, signal, root),
  };
}
