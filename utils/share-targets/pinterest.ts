import { countTitle, ready } from './count';
import { toQuery } from './query';
import { opening, type ShareTarget } from './share-target';

/** A pin is a picture: without one at the issuer there is nothing to pin. */
export const pinterest: ShareTarget = {
  id: 'pinterest',
  name: 'Pinterest',
  aliases: ['핀터레스트'],
  text: { template: 'post', limit: 500, loadCount: ready(countTitle) },
  accepts: ({ pageUrl, imageUrl }) => pageUrl !== null && imageUrl !== null,
  share({ pageUrl, imageUrl }, { text }) {
    const query = toQuery({ url: pageUrl, media: imageUrl, description: text.trim() });
    return opening(`https://www.pinterest.com/pin/create/button/?${query}`);
  },
};
