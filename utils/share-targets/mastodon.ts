import { countWithWeight, ready } from './count';
import { toQuery } from './query';
import { hasPage, opening, withLink, type ShareTarget } from './share-target';

/** Every address weighs 23, whatever its length. Servers may allow more than 500; this is what they start with. */
const [limit, urlWeight] = [500, 23];

/** A post at the user's own server. */
export const mastodon: ShareTarget = {
  id: 'mastodon',
  name: 'Mastodon',
  aliases: ['마스토돈'],
  text: { template: 'post', limit, loadCount: ready(countWithWeight(urlWeight)) },
  needs: 'mastodonServer',
  accepts: hasPage,
  share({ pageUrl }, { text }, { mastodonServer }) {
    const post = withLink(text, pageUrl, ' ');
    const host = toMastodonServer(mastodonServer ?? '');
    // Without a server there is no page to open: the words are there to be pasted.
    if (!host) return { open: null, copy: post, fields: [] };
    return opening(`https://${host}/share?${toQuery({ text: post })}`);
  },
};

/**
 * The server that somebody means by `mastodon.social`, `https://mastodon.social/@haneul` or `@haneul@mastodon.social`:
 * its host, in the letters of the domain system. Null for what names none.
 */
export function toMastodonServer(input: string): string | null {
  const text = input.trim().toLowerCase();
  const host = text.includes('://')
    ? text.replace(/^https?:\/\//, '')
    : text.slice(text.lastIndexOf('@') + 1);
  const [name = ''] = host.split(/[/?#]/);
  if (name === '' || /[@:\\\s]/.test(name) || !URL.canParse(`https://${name}`)) return null;
  const { hostname } = new URL(`https://${name}`);
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return hostname.includes('.') && !hostname.endsWith('.') && !isNumber ? hostname : null;
}
