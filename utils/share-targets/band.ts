import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** BAND, with the site that the link leads to. */
export const band: ShareTarget = {
  id: 'band',
  name: null,
  aliases: ['BAND', '밴드'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share({ pageUrl }, { text }) {
    const route = pageUrl && new URL(pageUrl).host;
    return opening(`https://band.us/plugin/share?${toQuery({ body: withLink(text, pageUrl, '\n'), route })}`);
  },
};
