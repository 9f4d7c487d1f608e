/** Where the caret last stood in an editor. Forgotten with the editor. */
const lastRanges = new WeakMap<HTMLElement, Range>();

/** What mail programs put below one's own words: a signature, the mail that is answered. */
export const belowOwnWords = [
  '.gmail_signature', // Gmail
  '.gmail_quote',
  '#Signature', // Outlook; its own mark in front of what is answered stands in #appendonsend or #divRplyFwdMsg
  '#appendonsend',
  '#divRplyFwdMsg',
  '#_rc_sig', // Roundcube
  '#replybody1',
  'blockquote[type="cite"]',
].join(',');

/** Keeps the caret's place of an editor while the focus goes elsewhere, until the signal aborts. */
export function rememberCaret(editor: HTMLElement, signal: AbortSignal): void {
  const document = editor.ownerDocument;
  const note = () => {
    const range = rangeInside(editor);
    if (range) lastRanges.set(editor, range.cloneRange());
  };
  document.addEventListener('selectionchange', note, { signal });
  note();
}

/** Gives the editor the focus, and the caret the place where the user left it; else one above signature and quote. */
export function focusAtCaret(editor: HTMLElement): void {
  const range = rangeInside(editor)?.cloneRange() ?? lastRanges.get(editor);
  const view = editor.ownerDocument.defaultView;
  const frame = view?.frameElement;
  if (frame && 'focus' in frame && typeof frame.focus === 'function') frame.focus();
  view?.focus();
  editor.focus();
  // A text area keeps its caret by itself; so does an editor in a shadow root, where no range can be read. And a caret
  // that is where it was is left alone: Quill loses its own when it is set anew.
  if (editor.tagName === 'TEXTAREA' || isInShadow(editor) || isSame(rangeInside(editor), range)) return;
  select(range && editor.contains(range.commonAncestorContainer) ? range : ownWordsEnd(editor));
}

/** Whether what is put in at the caret would run into the word before it. False where the caret cannot be read. */
export function isBehindWord(editor: HTMLElement): boolean {
  return /\S$/.test(textBefore(editor));
}

function textBefore(editor: HTMLElement): string {
  if ('value' in editor && 'selectionStart' in editor && typeof editor.value === 'string') {
    return editor.value.slice(0, Number(editor.selectionStart));
  }
  const range = rangeInside(editor)?.cloneRange();
  range?.setEnd(range.startContainer, range.startOffset);
  const block = range?.startContainer;
  if (block) range.setStart(block.nodeType === 3 /* Node.TEXT_NODE */ ? block : editor, 0);
  return range?.toString() ?? '';
}

/** Puts the selection on a range. */
export function select(range: Range): void {
  const selection = range.startContainer.ownerDocument?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function rangeInside(editor: HTMLElement): Range | null {
  const selection = editor.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return editor.contains(range.commonAncestorContainer) ? range : null;
}

function isSame(one: Range | null, other: Range | undefined): boolean {
  if (!one || !other) return false;
  return (
    one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
    one.compareBoundaryPoints(Range.END_TO_END, other) === 0
  );
}

function ownWordsEnd(editor: HTMLElement): Range {
  const range = editor.ownerDocument.createRange();
  const below = [...editor.querySelectorAll(belowOwnWords)][0];
  if (below) range.setStartBefore(below);
  else range.selectNodeContents(editor);
  range.collapse(Boolean(below));
  return range;
}

function isInShadow(editor: HTMLElement): boolean {
  return editor.getRootNode() !== editor.ownerDocument;
}
