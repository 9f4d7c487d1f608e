import { select } from './caret';
import { isThere, wait, type InsertionRecord } from './editor';
import { findLinks, linkAddress, ownText } from './insertion';

/** Long enough for editors that undo in the next frame. */
const settled = 120;

/**
 * Takes an insertion back. By the editor's own undo while nothing was written since; otherwise exactly our part is
 * removed, and what the user wrote after it stays.
 * @returns false when it is still there
 */
export async function undoInsertion(record: InsertionRecord): Promise<boolean> {
  const { editor, textAfter } = record;
  editor.focus();
  const ways = ownText(editor) === textAfter ? [pressUndo, commandUndo, removeOurs] : [removeOurs];
  for (const way of ways) {
    way(record);
    await wait(settled);
    if (!isThere(record)) return true;
  }
  return false;
}

/** Editors with an undo stack of their own listen for the keys, and do not ask whether a hand pressed them. */
function pressUndo({ editor }: InsertionRecord): void {
  const isMac = /mac/i.test(navigator.platform);
  const keys = { key: 'z', code: 'KeyZ', keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac };
  for (const type of ['keydown', 'keyup']) {
    editor.dispatchEvent(new KeyboardEvent(type, { ...keys, bubbles: true, cancelable: true }));
  }
}

/** Where the browser keeps the stack. */
function commandUndo({ editor }: InsertionRecord): void {
  editor.ownerDocument.execCommand('undo');
}

function removeOurs(record: InsertionRecord): void {
  const range = findOurs(record);
  if (!range) return;
  select(range);
  record.editor.ownerDocument.execCommand('delete');
}

/** From the first of our links to the last, with the table around them. */
function findOurs({ editor, insertion, linksBefore }: InsertionRecord): Range | null {
  const ours = findLinks(editor).filter(
    (link) => insertion.links.includes(linkAddress(link)) && !linksBefore.has(link),
  );
  const first = ours[0];
  const last = ours.at(-1);
  if (!first || !last) return findText(editor, insertion.text);
  const range = editor.ownerDocument.createRange();
  range.setStartBefore(tableAround(first, editor));
  range.setEndAfter(tableAround(last, editor));
  return range;
}

function tableAround(link: Element, editor: HTMLElement): Element {
  let found = link;
  for (let element = link.parentElement; element && element !== editor; element = element.parentElement) {
    if (element.tagName === 'TABLE') found = element;
  }
  return found;
}

function findText(editor: HTMLElement, text: string): Range | null {
  const walker = editor.ownerDocument.createTreeWalker(editor, 4 /* NodeFilter.SHOW_TEXT */);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const start = node.nodeValue?.lastIndexOf(text) ?? -1;
    if (start < 0) continue;
    const range = editor.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    return range;
  }
  return null;
}
