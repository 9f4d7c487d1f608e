import { countTitle, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** VK, with a title and the badge's picture. */
export const vk: ShareTarget = {
  id: 'vk',
  name: 'VK',
  aliases: ['VKontakte', '브이케이'],
  text: { template: 'title', limit: null, loadCount: ready(countTitle) },
  accepts: hasPage,
  share({ pageUrl, imageUrl }, { text }) {
    return opening(
      `https://vk.com/share.php?${toQuery({ url: pageUrl, title: text.trim(), image: imageUrl })}`,
    );
  },
};
