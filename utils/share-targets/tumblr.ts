import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** A link post. */
export const tumblr: ShareTarget = {
  id: 'tumblr',
  name: 'Tumblr',
  aliases: ['텀블러'],
  text: { template: 'post', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share({ pageUrl }, { title, text }) {
    const query = toQuery({ canonicalUrl: pageUrl, title, caption: text.trim(), posttype: 'link' });
    return opening(`https://www.tumblr.com/widgets/share/tool?${query}`);
  },
};
