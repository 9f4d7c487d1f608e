import type { Signature } from '@/utils/signature-layouts/signature-layout';

/** Puts text on the clipboard. Called inside the click; throws when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/**
 * Puts a signature on the clipboard as rich text with its plain twin: the form that every mail program takes. It may
 * still be in the making: the click counts when this is called.
 */
export async function copySignature(making: Promise<Signature>): Promise<void> {
  const part = (type: string, of: (signature: Signature) => string) =>
    making.then((signature) => new Blob([of(signature)], { type }));
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': part('text/html', ({ html }) => html),
      'text/plain': part('text/plain', ({ text }) => text),
    }),
  ]);
}

/** Puts a picture on the clipboard. It may still be in the making: the click counts when this is called. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
