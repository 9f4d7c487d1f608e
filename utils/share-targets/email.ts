import { ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** Mail programs cut longer addresses. */
const maxLength = 2000;

/** A new message in the user's mail program. Lines end in CR LF as RFC 6068 asks. */
export const email: ShareTarget = {
  id: 'email',
  name: null,
  aliases: ['mail', '메일', 'e-mail'],
  text: {
    template: 'mail',
    limit: maxLength,
    loadCount: ready((text, url) => toMailto('', withLink(toLines(text), url, '\r\n')).length),
  },
  accepts: hasPage,
  share: ({ pageUrl }, { title, text }) => opening(toMailto(title, withLink(toLines(text), pageUrl, '\r\n'))),
};

function toLines(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

function toMailto(subject: string, body: string): string {
  return `mailto:?${toQuery({ subject, body })}`;
}
