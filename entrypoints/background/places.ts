import { dropPlace, keepPlace } from '@/utils/library-places';
import type { HandlersOf } from '@/utils/messages';
import type { PlaceMessages } from '@/utils/messages-places';
import { requireConsent } from './require';

/** Where the user put badges. */
export const placeHandlers: HandlersOf<PlaceMessages> = {
  async keepPlace({ place }) {
    await requireConsent();
    await keepPlace(place, new Date());
    return null;
  },
  async dropPlace({ id }) {
    await dropPlace(id);
    return null;
  },
};
