import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** XING takes the address alone. */
export const xing: ShareTarget = {
  id: 'xing',
  name: 'XING',
  aliases: ['싱'],
  text: null,
  accepts: hasPage,
  share: ({ pageUrl }) => opening(`https://www.xing.com/spi/shares/new?${toQuery({ url: pageUrl })}`),
};
