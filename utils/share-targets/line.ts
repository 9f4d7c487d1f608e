import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** LINE ("LINE Social Plugins"). Safari on iPhones drops the words. */
export const line: ShareTarget = {
  id: 'line',
  name: 'LINE',
  aliases: ['라인'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://social-plugins.line.me/lineit/share?${toQuery({ url: pageUrl, text: text.trim() })}`),
};
