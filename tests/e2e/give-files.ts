import type { Tab } from './driver.ts';

export interface NamedFile {
  readonly name: string;
  readonly type: string;
  /** Base64. */
  readonly bytes: string;
}

/** A picture as it leaves a folder. */
export function png(name: string, bytes: Uint8Array): NamedFile {
  return { name, type: 'image/png', bytes: Buffer.from(bytes).toString('base64') };
}

/** Hands files over as the file picker, a drop or the clipboard does. */
export function giveFiles(
  tab: Tab,
  by: 'picker' | 'drop' | 'paste',
  files: readonly NamedFile[],
): Promise<void> {
  return tab.evaluate(
    (way: string, all: NamedFile[]) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of all) {
        const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], name, { type }));
      }
      if (way === 'picker') {
        const field = document.querySelector<HTMLInputElement>('input[type=file]');
        if (!field) throw new Error('no file field');
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return;
      }
      const options = { bubbles: true, cancelable: true };
      const event =
        way === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: transfer })
          : new ClipboardEvent('paste', options);
      // Firefox does not take the clipboard's data when the event is made.
      if (way === 'paste') Object.defineProperty(event, 'clipboardData', { value: transfer });
      document.querySelector('.drop-zone')?.dispatchEvent(event);
    },
    by,
    files,
  );
}
