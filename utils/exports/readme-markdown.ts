import type { Badge } from '../badge';
import type { WebUrl } from '../html';
import type { Export } from './export';

/** Pictures that link to their proof, one a line, for a README (GitHub Flavored Markdown). */
export const readmeMarkdown: Export = {
  id: 'readme-markdown',
  render: (badges) => ({
    mediaType: 'text/markdown',
    fileName: 'badges.md',
    body: badges.flatMap(toLine).join('\n'),
  }),
};

function toLine({ achievement, pageUrl, imageUrl }: Badge): string[] {
  if (!pageUrl) return [];
  const name = escapeMarkdown(achievement.name);
  return [
    imageUrl
      ? `[![${name}](${inBrackets(imageUrl)})](${inBrackets(pageUrl)})`
      : `[${name}](${inBrackets(pageUrl)})`,
  ];
}

/** Every ASCII punctuation character may be escaped (CommonMark, 2.4), so all that could mean something is. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, '\\$&');
}

/** In pointed brackets an address may hold parentheses (CommonMark, 6.3). `URL` has encoded `<`, `>` and spaces. */
function inBrackets(url: WebUrl): string {
  return `<${url}>`;
}
