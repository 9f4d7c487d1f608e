import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** Telegram's "Sharing Button" page; without `/url` it fails on iPhones. It needs the link as its own field. */
export const telegram: ShareTarget = {
  id: 'telegram',
  name: 'Telegram',
  aliases: ['텔레그램'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://t.me/share/url?${toQuery({ url: pageUrl, text: text.trim() })}`),
};
