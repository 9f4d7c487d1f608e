import { dropPlace, keepPlace, notePlaced, noteUse } from '@/utils/library-places';
import { badgesForSignature } from '@/utils/library-queries';
import type { HandlersOf } from '@/utils/messages';
import type { PlaceMessages, PlacePageMessages } from '@/utils/messages-places';
import { rememberPlaces, signature } from '@/utils/settings';
import { webmails } from '@/utils/webmails/index';
import { requireConsent, requireSwitchedOn } from './require';

/** Where the user put badges. */
export const placeHandlers: HandlersOf<PlaceMessages & PlacePageMessages> = {
  async keepPlace({ place }) {
    await requireConsent();
    await keepPlace(place, new Date());
    return null;
  },
  async dropPlace({ id }) {
    await dropPlace(id);
    return null;
  },
  async noteUse({ badgeIds, kind, label }) {
    await requireConsent();
    return { count: await noteUse(badgeIds, { kind, label }, new Date()) };
  },
  async noteProfile({ badges }, sender) {
    await requireSwitchedOn(sender);
    // What a page says: as much as a profile may have, and only what is a reference.
    const listed = badges.slice(0, 200).filter(({ sourceId, id }) => [sourceId, id].every(isText));
    await notePlaced(listed, 'linkedin', new Date());
    return null;
  },
  async noteInsertion({ webmail, isSignature }, sender) {
    await requireSwitchedOn(sender);
    if (!(await rememberPlaces.getValue())) return null;
    // From another page: only names that are ours.
    const label = webmails.find(({ id }) => id === webmail)?.name;
    if (label === undefined) return null;
    const now = new Date();
    const badges = await badgesForSignature(await signature.getValue(), now);
    const ids = badges.map(({ id }) => id);
    await noteUse(ids, { kind: isSignature ? 'signature' : 'post', label }, now);
    return null;
  },
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length < 1000;
}
