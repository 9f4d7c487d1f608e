import { countCharacters, ready } from './count';
import { toQuery } from './query';
import { hasPage, withLink, type ShareTarget } from './share-target';

/**
 * A post with the user's words. LinkedIn does not document `text` and may stop reading it, so the words are on the
 * clipboard as well.
 */
export const linkedInPostText: ShareTarget = {
  id: 'linkedin-post-text',
  name: null,
  aliases: ['링크드인', 'LinkedIn'],
  text: { template: 'post', limit: 3000, loadCount: ready(countCharacters) },
  accepts: hasPage,
  share(badge, { text }) {
    const post = withLink(text, badge.pageUrl, ' ');
    return {
      open: new URL(`https://www.linkedin.com/feed/?shareActive=true&${toQuery({ text: post })}`),
      copy: post,
      fields: [],
    };
  },
};
