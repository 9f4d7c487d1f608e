import { countGraphemesWithLink, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** Bluesky ("Action Intent Links"). Its editor may shorten the link it shows; here it counts in full. */
export const bluesky: ShareTarget = {
  id: 'bluesky',
  name: 'Bluesky',
  aliases: ['블루스카이'],
  text: { template: 'post', limit: 300, loadCount: ready(countGraphemesWithLink) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://bsky.app/intent/compose?${toQuery({ text: withLink(text, pageUrl, ' ') })}`),
};
