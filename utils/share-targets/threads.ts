import { countGraphemesWithLink, ready } from './count';
import { toQuery } from './query';
import { hasPage, linkBeside, opening, type ShareTarget } from './share-target';

/** Threads (Meta, "Web Intents"). How it counts a link is not on record, so it counts in full here. */
export const threads: ShareTarget = {
  id: 'threads',
  name: 'Threads',
  aliases: ['스레드'],
  text: { template: 'post', limit: 500, loadCount: ready(countGraphemesWithLink) },
  accepts: hasPage,
  share({ pageUrl }, { text }) {
    const query = toQuery({ text: text.trim(), url: linkBeside(text, pageUrl) });
    return opening(`https://www.threads.com/intent/post?${query}`);
  },
};
