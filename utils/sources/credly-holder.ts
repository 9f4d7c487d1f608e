import type { Io } from '../io';
import { parseHtmlPage } from './html-page';

/**
 * The name of a badge's holder. Credly's records hold a hash of the address alone; its page for people says
 * "<badge>[ (Expired)] was issued by <issuer> to <holder>." (facts on sources, 1.4). Badge and issuer must be those of the
 * record, or it is another badge's page; a page without that sentence is of an unknown id.
 * @throws AppError as `io.fetch`
 */
export async function readCredlyHolder(
  id: string,
  { name, issuerName }: { readonly name: string; readonly issuerName: string },
  io: Io,
): Promise<string | null> {
  // Asked for JSON this address was seen to fail; it is a page.
  const answer = await io.fetch(`https://www.credly.com/badges/${id}/public_url`, { accept: 'text/html' });
  if (!answer.ok) return null;
  const sentence = parseHtmlPage(await answer.text()).meta('og:title') ?? '';
  const start = [name, `${name} (Expired)`]
    .map((title) => `${title} was issued by ${issuerName} to `)
    .find((words) => sentence.startsWith(words));
  const holder = start ? sentence.slice(start.length).replace(/\.$/, '').trim() : '';
  return holder === '' ? null : holder;
}
