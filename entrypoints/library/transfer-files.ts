import { fromBase64 } from '@/utils/base64';

/** Files of one drop; more are a mistake (a home folder). */
const maxFiles = 20_000;

/** Every file that was dropped or pasted; folders with all that is in them. Called in the turn of the event. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? entryOf(item) : null));
  const folders = entries.filter((entry) => entry?.isDirectory);
  if (folders.length === 0) return plain;
  const files = await Promise.all(entries.flatMap((entry) => (entry ? [walk(entry)] : [])));
  return files.flat().slice(0, maxFiles);
}

/** Not every transfer has entries: one that a script made has none. */
function entryOf(item: DataTransferItem): FileSystemEntry | null {
  return item.webkitGetAsEntry?.() ?? null;
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (isFile(entry)) return [await new Promise<File>((done, failed) => entry.file(done, failed))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A reader gives a hundred at a time, and none when there are no more.
  for (let some = await read(reader); some.length > 0 && files.length < maxFiles; some = await read(reader)) {
    for (const inner of some) files.push(...(await walk(inner)));
  }
  return files;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((done, failed) => reader.readEntries(done, failed));
}

/** A picture that stands in the page itself (`data:`, RFC 2397), as a file; null for any other text. */
export function toPictureFile(text: string): File | null {
  const parts = /^data:(image\/(?:png|svg\+xml))(?:;[^,;]*)*?(;base64)?,(.*)$/is.exec(text.trim());
  if (!parts) return null;
  const [, type = '', isBase64, body = ''] = parts;
  try {
    const decoded = decodeURIComponent(body);
    const bytes = isBase64 ? fromBase64(decoded.replace(/\s+/g, '')) : new TextEncoder().encode(decoded);
    return new File([bytes], type === 'image/png' ? 'badge.png' : 'badge.svg', { type });
  } catch {
    return null;
  }
}
