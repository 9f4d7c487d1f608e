import { findSender, outermost } from '@/utils/pages/find-sender';
import { messageAreas } from '@/utils/pages/message-areas';
import type { PageFeature } from '@/utils/pages/page-feature';
import type { ShownPerson } from '@/utils/holder';
import { selectorOf } from '@/utils/surface';
import type { Webmail } from '@/utils/webmails/webmail';
import { markBadges } from './mark-badges';

/** Marks badges in a message that is being read. */
export function verificationOverlay(webmail: Webmail, root: AbortSignal): PageFeature {
  const within = messageAreas(webmail, window);
  return {
    id: 'verification-overlay',
    when: () => true,
    start: (signal) => markBadges({ within }, (element) => senderOf(element, webmail), signal, root),
  };
}

/** Who sent the mail that a badge stands in, by its head. A mail in a frame of its own has none that we know. */
function senderOf(element: Element, { message, sender }: Webmail): ShownPerson | null {
  const bodies = selectorOf(message);
  const body = sender && bodies ? outermost(element, bodies) : null;
  const text = body && sender ? findSender(body, sender, bodies) : null;
  return text ? { as: 'sender', text } : null;
}
