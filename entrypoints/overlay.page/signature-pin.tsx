import { PagePin } from '@/components/PagePin';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { rememberCaret } from '@/utils/pages/caret';
import { insertInto } from '@/utils/pages/editor';
import type { Insertion } from '@/utils/pages/insertion';
import { toEditor } from '@/utils/pages/find-editor';
import type { Place } from '@/utils/pages/insert-place';
import { mountBeside } from '@/utils/pages/mount';
import { atEditor } from '@/utils/pages/spots';
import { sayCopied, sayInserted } from '@/utils/pages/toast';

/** A pin at a message being written, and at the user's signature in the settings: one click puts the user's badge signature at the cursor. */
export function mountSignaturePin(
  element: Element,
  place: Place,
  signal: AbortSignal,
  root: AbortSignal,
): void {
  const show = mountBeside({ target: element, spots: atEditor, size: 20 }, signal, root);
  const editor = toEditor(element);
  if (editor) rememberCaret(editor, signal);
  let isBusy = false;
  const draw = (busy: boolean) => {
    isBusy = busy;
    show(<PagePin label={t('insertSignature')} isBusy={busy} onPress={() => void press()} />);
  };
  const press = async () => {
    if (isBusy) return;
    draw(true);
    await insertSignature(element, place, root).catch((cause: unknown) => console.warn('signature:', cause));
    if (!signal.aborted) draw(false);
  };
  draw(false);
}

/** While no signature can be made (no badges yet) the library shows how. */
async function insertSignature(element: Element, place: Place, root: AbortSignal): Promise<void> {
  const signature = await send('getSignature', {});
  if (!signature) return void (await send('openLibrary', { view: 'signature' }));
  const editor = toEditor(element);
  if (!editor) return;
  let insertion = await insertInto(editor, signature, { replaces: true, canPageWorld: true });
  if (insertion.status === 'needs-page-world') {
    await send('pasteSignature', {});
    insertion = await insertion.resume();
  }
  // The last way there is: the user's own paste, which every field takes.
  if (insertion.status === 'failed' && (await isCopied(signature))) return sayCopied(root);
  sayInserted(insertion, root);
  if (insertion.status === 'inserted') await send('noteInsertion', { ...place });
}

/** While the press that asked for it still counts. Pages without https have no clipboard. */
async function isCopied({ html, text }: Insertion): Promise<boolean> {
  try {
    const part = (type: string, content: string) => [type, new Blob([content], { type })] as const;
    const item = Object.fromEntries([part('text/html', html), part('text/plain', text)]);
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return false;
  }
}
