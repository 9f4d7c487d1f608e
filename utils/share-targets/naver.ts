import { countTitle, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** Naver's blog or café, chosen there. */
export const naver: ShareTarget = {
  id: 'naver',
  name: null,
  aliases: ['Naver', '네이버 블로그 카페', 'blog'],
  text: { template: 'title', limit: null, loadCount: ready(countTitle) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://share.naver.com/web/shareView?${toQuery({ url: pageUrl, title: text.trim() })}`),
};
