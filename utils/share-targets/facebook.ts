import { toQuery } from './query';
import type { ShareTarget } from './share-target';

/** Facebook takes the address alone: `quote` is gone from its parameters, and a hashtag is the user's to add. */
export const facebook: ShareTarget = {
  id: 'facebook',
  name: 'Facebook',
  text: null,
  accepts: (badge) => badge.pageUrl !== null,
  share: (badge) => ({
    open: new URL(`https://www.facebook.com/sharer/sharer.php?${toQuery({ u: badge.pageUrl })}`),
    copy: null,
    fields: [],
  }),
};
