import { toQuery } from './query';
import { opening, type ShareTarget } from './share-target';

/** LinkedIn refuses longer addresses. */
const maxUrlLength = 1024;

/** A post with LinkedIn's own card of the badge page. Only `url` is honoured; words would be dropped. */
export const linkedInPost: ShareTarget = {
  id: 'linkedin-post',
  name: null,
  aliases: ['링크드인', 'LinkedIn'],
  text: null,
  accepts: ({ pageUrl }) => pageUrl !== null && pageUrl.length <= maxUrlLength,
  share: ({ pageUrl }) =>
    opening(`https://www.linkedin.com/sharing/share-offsite/?${toQuery({ url: pageUrl })}`),
};

/** Where LinkedIn reads a page anew and shows what its card will look like ("Post Inspector"). */
export function postInspectorUrl(page: string): URL {
  return new URL(`https://www.linkedin.com/post-inspector/inspect/${encodeURIComponent(page)}`);
}
