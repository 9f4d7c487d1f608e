import { select } from './caret';
import { isThere, type InsertionRecord } from './editor';
import { rangeOver, shapeOf, tableAround } from './find-block';
import { findLinks, linkAddress, ownText } from './insertion';
import { undoWays, wait } from './take-back';

/** Long enough for editors that undo in the next frame. */
const settled = 120;

/**
 * Takes an insertion back. By the editor's own undo while nothing was written since; otherwise exactly our part is
 * removed, and what the user wrote after it stays.
 * @returns false when it is still there
 */
export async function undoInsertion(record: InsertionRecord): Promise<boolean> {
  const { editor, textAfter, replaced } = record;
  editor.focus();
  // What was replaced comes back by the editor's own undo alone; once more was written, that would take it along.
  if (replaced) return ownText(editor) === textAfter && undoReplacing(record, replaced.shapeBefore);
  for (const undo of ownText(editor) === textAfter ? undoWays : []) {
    undo(editor);
    await wait(settled);
    if (!isThere(record)) return true;
  }
  removeOurs(record);
  await wait(settled);
  return !isThere(record);
}

async function undoReplacing(record: InsertionRecord, shapeBefore: string): Promise<boolean> {
  for (const undo of undoWays) {
    undo(record.editor);
    await wait(settled);
    if (shapeOf(record.editor) === shapeBefore) return true;
  }
  return false;
}

/** Part by part, the last one first: what the user wrote between two of them stays. */
function removeOurs(record: InsertionRecord): void {
  const { editor, insertion } = record;
  const { ownerDocument: document } = editor;
  if (isTextArea(editor)) {
    const start = editor.value.lastIndexOf(insertion.text);
    if (start === -1) return;
    editor.setSelectionRange(start, start + insertion.text.length);
    document.execCommand('delete');
    return;
  }
  const parts = findParts(record);
  const ranges = parts.length > 0 ? parts.map(rangeOver) : findLines(editor, insertion.text);
  for (const range of ranges.toReversed()) {
    select(range);
    document.execCommand('delete');
  }
}

/** Our links that were not there before, each with the outermost table around it, in the order of the draft. */
function findParts({ editor, insertion, linksBefore }: InsertionRecord): readonly Element[] {
  const ours = findLinks(editor).filter(
    (link) => insertion.links.includes(linkAddress(link)) && !linksBefore.has(link),
  );
  return [...new Set(ours.map((link) => tableAround(link, editor)))];
}

/** Each line of a text where it stands last: editors make a paragraph of each. */
function findLines(editor: HTMLElement, text: string): readonly Range[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const ranges: Range[] = [];
  const nodes = textNodesOf(editor);
  let at = nodes.length - 1;
  for (const line of lines.toReversed()) {
    const found = nodes.slice(0, at + 1).findLastIndex(({ data }) => data.includes(line));
    const node = nodes[found];
    if (!node) break;
    at = found - 1;
    const start = node.data.lastIndexOf(line);
    const range = editor.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + line.length);
    ranges.unshift(range);
  }
  return ranges;
}

function textNodesOf(editor: HTMLElement): readonly Text[] {
  const walker = editor.ownerDocument.createTreeWalker(editor, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function isTextArea(editor: HTMLElement): editor is HTMLTextAreaElement {
  return editor.tagName === 'TEXTAREA';
}
