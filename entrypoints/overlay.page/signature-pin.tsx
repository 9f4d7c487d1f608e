import { PagePin } from '@/components/PagePin';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { rememberCaret } from '@/utils/pages/caret';
import { insertInto } from '@/utils/pages/editor';
import { toEditor } from '@/utils/pages/find-editor';
import type { Place } from '@/utils/pages/insert-place';
import { mountBeside } from '@/utils/pages/mount';
import { atEditor } from '@/utils/pages/spots';
import { sayInserted } from '@/utils/pages/toast';

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
  sayInserted(insertion, root);
  if (insertion.status === 'inserted') await send('noteInsertion', { ...place });
}
