import { toQuery } from './query';
import { withLink, type ShareTarget } from './share-target';

/** Mail programs cut longer addresses. */
const maxLength = 2000;

/** A new message in the user's mail program. Lines end in CR LF as RFC 6068 asks. */
export const email: ShareTarget = {
  id: 'email',
  name: null,
  text: { limit: maxLength, count: (text, url) => toMailto('', withLink(text, url, '\r\n')).length },
  accepts: (badge) => badge.pageUrl !== null,
  share: (badge, { title, text }) => ({
    open: new URL(toMailto(title, withLink(text.replace(/\r?\n/g, '\r\n'), badge.pageUrl, '\r\n'))),
    copy: null,
    fields: [],
  }),
};

function toMailto(subject: string, body: string): string {
  return `mailto:?${toQuery({ subject, body })}`;
}
