import type { Badge } from '../badge';
import type { WebUrl } from '../html';
import type { Export } from './export';
import { toLine } from './text';

/** Pictures that link to their proof, one a line, for a README (GitHub Flavored Markdown). */
export const readmeMarkdown: Export = {
  id: 'readme-markdown',
  accepts: ({ pageUrl }) => pageUrl !== null,
  render: (badges) => ({
    mediaType: 'text/markdown',
    fileName: 'badges.md',
    body: badges.flatMap(toPicture).join('\n'),
  }),
};

function toPicture({ achievement, pageUrl, imageUrl }: Badge): string[] {
  if (!pageUrl) return [];
  const name = escapeMarkdown(toLine(achievement.name));
  return [
    imageUrl
      ? `[![${name}](${inBrackets(imageUrl)})](${inBrackets(pageUrl)})`
      : `[${name}](${inBrackets(pageUrl)})`,
  ];
}

/**
 * Every ASCII punctuation character may be escaped (CommonMark, 2.4), so all that could mean something is. Some as
 * entities: renderers differ in what they take `\&`, and an escaped bracket within brackets, for.
 */
function escapeMarkdown(text: string): string {
  return text.replace(/[`*_{}[\]()#+\-.!|<>~\\&]/g, (character) => entities[character] ?? `\\${character}`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '\\': '&#92;',
  '[': '&#91;',
  ']': '&#93;',
  '`': '&#96;',
};

/** In pointed brackets an address may hold parentheses (CommonMark, 6.3). `URL` has encoded `<`, `>` and spaces. */
function inBrackets(url: WebUrl): string {
  return `<${url}>`;
}
