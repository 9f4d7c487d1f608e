import { countTitle, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** Hatena Bookmark, with its own page to confirm. */
export const hatena: ShareTarget = {
  id: 'hatena',
  name: 'Hatena Bookmark',
  aliases: ['하테나', 'はてな'],
  text: { template: 'title', limit: null, loadCount: ready(countTitle) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://b.hatena.ne.jp/add?mode=confirm&${toQuery({ url: pageUrl, title: text.trim() })}`),
};
