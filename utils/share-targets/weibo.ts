import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** Weibo, with the badge's picture. */
export const weibo: ShareTarget = {
  id: 'weibo',
  name: 'Weibo',
  aliases: ['웨이보', '微博'],
  text: { template: 'post', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share({ pageUrl, imageUrl }, { text }) {
    const query = toQuery({ url: pageUrl, title: text.trim(), pic: imageUrl });
    return opening(`https://service.weibo.com/share/share.php?${query}`);
  },
};
