import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** Facebook takes the address alone: `quote` is gone from its parameters, and a hashtag is the user's to add. */
export const facebook: ShareTarget = {
  id: 'facebook',
  name: 'Facebook',
  aliases: ['페이스북'],
  text: null,
  accepts: hasPage,
  share: ({ pageUrl }) => opening(`https://www.facebook.com/sharer/sharer.php?${toQuery({ u: pageUrl })}`),
};
