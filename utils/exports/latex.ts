import type { Badge } from '../badge';
import type { WebUrl } from '../html';
import type { Export } from './export';
import { issuerAndDay, toLine } from './text';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** A list for a résumé in LaTeX; needs `hyperref`, and for Korean `kotex` or another engine than pdfLaTeX. */
export const latex: Export = {
  id: 'latex',
  accepts: () => true,
  render: (badges) => ({
    mediaType: 'application/x-tex',
    fileName: 'badges.tex',
    body: badges.length > 0 ? ['\\begin{itemize}', ...badges.map(toItem), '\\end{itemize}'].join('\n') : '',
  }),
};

function toItem(badge: Badge): string {
  const name = `\\textbf{${escapeLatex(toLine(badge.achievement.name))}}`;
  const linked = badge.pageUrl ? `\\href{${escapeAddress(badge.pageUrl)}}{${name}}` : name;
  // The braces keep a name that begins with a bracket from being read as the item's own label.
  return `  \\item {}${linked}\\\\{} ${escapeLatex(issuerAndDay(badge))}`;
}

/** All ten special characters of LaTeX, and three that the old font encoding prints as something else. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\~^<>|{}$&#_%]/g, (character) => commands[character] ?? `\\${character}`);
}

/** Within `\href`: what a URL may write otherwise is written otherwise, the rest escaped as hyperref reads it. */
function escapeAddress(url: WebUrl): string {
  const encode = (character: string) =>
    `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return url.replace(/[\\{}^~$_]/g, encode).replace(/[%#&]/g, '\\$&');
}
