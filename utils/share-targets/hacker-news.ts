import { countTitle, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** A badge is seldom news: found by its name alone. */
export const hackerNews: ShareTarget = {
  id: 'hacker-news',
  name: 'Hacker News',
  aliases: ['해커 뉴스', 'HN'],
  text: { template: 'title', limit: 80, loadCount: ready(countTitle) },
  isHidden: true,
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://news.ycombinator.com/submitlink?${toQuery({ u: pageUrl, t: text.trim() })}`),
};
