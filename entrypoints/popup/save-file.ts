/** Milliseconds until a file's address is given back: the browser reads it after the click, a large one for long. */
const kept = 600_000;

/** Saves a file the way a link does. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), kept);
}

/** A badge's name as the name of a file: what file systems do not take is left out; letters of every language stay. */
export function fileNameOf(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim();
  return plain.slice(0, 80).replace(/^\.+/, '').trim() || 'badge';
}
