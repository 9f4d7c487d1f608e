import { countTitle, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** A link with a title; the community is chosen there. */
export const reddit: ShareTarget = {
  id: 'reddit',
  name: 'Reddit',
  aliases: ['레딧'],
  text: { template: 'title', limit: 300, loadCount: ready(countTitle) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://www.reddit.com/submit?${toQuery({ url: pageUrl, title: text.trim() })}`),
};
