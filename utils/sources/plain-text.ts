import { isTag, isText, type AnyNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';

const maxLength = 20_000;
/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** Elements whose text is not for people. */
const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'head', 'title']);

/**
 * A description as text for people: several platforms write HTML there (facts on sources, 3). What holds no element is
 * text already and stays as it is, `a < b` included.
 */
export function toPlainText(text: string): string {
  const start = text.slice(0, maxLength * 5);
  if (!/<\/?[a-z][^<>]*>/i.test(start)) return start.slice(0, maxLength).trim();
  const lines = render(parseDocument(start).children)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .slice(0, maxLength)
    .trim();
}

/** A walk with a list of its own: a page may be nested deeper than functions can be. */
function render(nodes: readonly AnyNode[]): string {
  let text = '';
  const open: (AnyNode | string)[] = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') text += node;
    else if (isText(node)) text += node.data.replace(/\s+/g, ' ');
    else if (isTag(node) && !hidden.has(node.name)) {
      const isBlock = blocks.has(node.name);
      if (isBlock && node.name !== 'li') open.push(node.name === 'p' ? '\n\n' : '\n');
      for (const child of node.children.toReversed()) open.push(child);
      if (isBlock) open.push(node.name === 'li' ? '\n• ' : '\n');
    }
  }
  return text;
}
