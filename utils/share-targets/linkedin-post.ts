import { toQuery } from './query';
import type { ShareTarget } from './share-target';

/** LinkedIn refuses longer addresses. */
const maxUrlLength = 1024;

/** A post with LinkedIn's own card of the badge page. Only `url` is honoured; words would be dropped. */
export const linkedInPost: ShareTarget = {
  id: 'linkedin-post',
  name: null,
  text: null,
  accepts: (badge) => badge.pageUrl !== null && badge.pageUrl.length <= maxUrlLength,
  share: (badge) => ({
    open: new URL(`https://www.linkedin.com/sharing/share-offsite/?${toQuery({ url: badge.pageUrl })}`),
    copy: null,
    fields: [],
  }),
};
