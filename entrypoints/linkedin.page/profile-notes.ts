import type { BadgeReference } from '@/utils/badge-links';
import { send } from '@/utils/messages';
import { findBadges } from '@/utils/pages/find-badges';
import { linkedIn } from '@/utils/pages/linkedin';
import { selectorOf } from '@/utils/surface';
import type { PageFeature } from '@/utils/pages/page-feature';

/** Milliseconds in which what comes into the page is told at once. */
const settleMs = 500;

/**
 * Tells the library which badges a profile lists, so that it knows which of the user's own stand there. Whose profile it is
 * need not be read: nobody else lists the user's badges. Nothing leaves this computer.
 */
export function profileNotes(): PageFeature {
  const { certifications, shadowHosts } = linkedIn;
  const within = selectorOf(certifications);
  return {
    id: 'profile-notes',
    when: () => true,
    start(signal) {
      let found: BadgeReference[] = [];
      const tell = () => {
        const badges = found;
        found = [];
        if (badges.length === 0) return;
        send('noteProfile', { badges }).catch((cause: unknown) => console.warn('profile:', cause));
      };
      findBadges(document, { within, isOnlyThere: true, shadowHosts }, signal, ({ kind }) => {
        if (kind.kind !== 'badge' || !location.pathname.startsWith('/in/')) return;
        if (found.length === 0) setTimeout(tell, settleMs);
        found.push(kind.reference);
      });
    },
  };
}
