import type { Signature } from '@/utils/signature-layouts/signature-layout';

/** Puts text on the clipboard. Called inside the click; throws when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Puts a signature on the clipboard as rich text with its plain twin: the form that every mail program takes. */
export async function copySignature({ html, text }: Signature): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    }),
  ]);
}

/** Puts a picture on the clipboard. It may still be in the making: the click counts when this is called. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
