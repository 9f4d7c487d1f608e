import { ready, countCharacters } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** A new message in Gmail, in the account that is in front there. */
export const gmail: ShareTarget = {
  id: 'gmail',
  name: 'Gmail',
  aliases: ['지메일', 'mail'],
  text: { template: 'mail', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share({ pageUrl }, { title, text }) {
    const query = toQuery({ su: title, body: withLink(text, pageUrl, '\n') });
    return opening(`https://mail.google.com/mail/?view=cm&fs=1&${query}`);
  },
};
