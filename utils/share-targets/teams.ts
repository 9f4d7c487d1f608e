import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, type ShareTarget } from './share-target';

/** "Share to Teams": in Chrome and Edge on a computer, with a work or school account (Microsoft Learn). */
export const teams: ShareTarget = {
  id: 'teams',
  name: 'Microsoft Teams',
  aliases: ['팀즈', 'Teams'],
  text: { template: 'chat', limit: null, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share: ({ pageUrl }, { text }) =>
    opening(`https://teams.microsoft.com/share?${toQuery({ href: pageUrl, msgText: text.trim() })}`),
};
