import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** A message; to whom is chosen there. */
export const whatsApp: ShareTarget = {
  id: 'whatsapp',
  name: 'WhatsApp',
  aliases: ['왓츠앱'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://api.whatsapp.com/send?${toQuery({ text: withLink(text, pageUrl, ' ') })}`),
};
