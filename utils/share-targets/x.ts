import { toQuery } from './query';
import { hasPage, linkBeside, opening, type CountText, type ShareTarget } from './share-target';

/** Every address weighs the same: X shortens it. */
const urlWeight = 23;

/**
 * X documents `twitter.com/intent/tweet` and redirects it; `x.com/intent/post` is where it arrives. Hashtags are the
 * user's to write. Weighed by X's own package, which is loaded only where somebody writes.
 */
export const x: ShareTarget = {
  id: 'x',
  name: 'X',
  aliases: ['Twitter', '트위터', '엑스'],
  text: { template: 'post', limit: 280, loadCount },
  accepts: hasPage,
  share({ pageUrl }, { text }) {
    const query = toQuery({ text: text.trim(), url: linkBeside(text, pageUrl) });
    return opening(`https://x.com/intent/post?${query}`);
  },
};

async function loadCount(): Promise<CountText> {
  const { default: twitter } = await import('twitter-text');
  return (text, url) => {
    const { weightedLength } = twitter.parseTweet(text.trim());
    return linkBeside(text, url) ? weightedLength + 1 + urlWeight : weightedLength;
  };
}
