import { ownText } from './insertion';

/** Long enough for editors that undo in the next frame. */
const settled = 120;

/** The two ways to an editor's own undo: most keep a stack of their own, the others use the browser's. */
export const undoWays: readonly ((editor: HTMLElement) => void)[] = [
  (editor) => pressWithControl(editor, 'z'),
  (editor) => void editor.ownerDocument.execCommand('undo'),
];
const redoWays: readonly ((editor: HTMLElement) => void)[] = [
  (editor) => pressWithControl(editor, 'y'),
  (editor) => void editor.ownerDocument.execCommand('redo'),
];

/** Editors that listen for the keys do not ask whether a hand pressed them. */
function pressWithControl(editor: HTMLElement, key: 'z' | 'y'): void {
  const isMac = /mac/i.test(navigator.platform);
  const code = key.toUpperCase();
  const number = code.charCodeAt(0);
  const keys = { key, code: `Key${code}`, keyCode: number, which: number, ctrlKey: !isMac, metaKey: isMac };
  for (const type of ['keydown', 'keyup']) {
    editor.dispatchEvent(new KeyboardEvent(type, { ...keys, bubbles: true, cancelable: true }));
  }
}

/**
 * Removes what a step left that did not do what it should: an editor that drops links keeps their words. By undo alone,
 * and never more than that step: what takes the user's own words along is done again.
 */
export async function takeBack(editor: HTMLElement, textBefore: string): Promise<void> {
  const left = ownText(editor);
  if (left === textBefore) return;
  for (const [index, undo] of undoWays.entries()) {
    undo(editor);
    await wait(settled);
    const now = ownText(editor);
    if (now === textBefore) return;
    if (now === left) continue;
    redoWays[index]?.(editor);
    await wait(settled);
    return;
  }
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
