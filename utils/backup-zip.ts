import { inflateSync, zipSync } from 'fflate';
import { maxEntryBytes } from './backup';

/** One entry as it stands in a zip: its local part, and its line in the directory at the end. */
export interface ZipPiece {
  readonly local: Uint8Array<ArrayBuffer>;
  readonly directory: Uint8Array<ArrayBuffer>;
}

/** An entry that was read; without bytes where it is damaged. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

const endLength = 22;
const localLength = 30;
const localMark = 0x04034b50;
const directoryMark = 0x02014b50;
/** Of the local header: name, sizes and method (APPNOTE 4.3.7). */
const at = { method: 8, packed: 18, size: 22, nameLength: 26, extraLength: 28 } as const;
/** So much is read of the file at once. */
const windowBytes = 4_000_000;

/**
 * Packs one entry. The packing, with headers that carry the sizes, is fflate's, one entry at a time: its own stream of many leaves
 * the sizes out, and without them nothing could be read of a file whose end is missing.
 */
export function toZipPiece(name: string, bytes: Uint8Array, isPacked: boolean, date: Date): ZipPiece {
  const whole = zipSync({ [name]: [bytes, { level: isPacked ? 6 : 0, mtime: date }] });
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const directoryAt = view.getUint32(whole.length - 6, true);
  return {
    local: whole.slice(0, directoryAt),
    directory: whole.slice(directoryAt, whole.length - endLength),
  };
}

/** Says in the directory where the entry stands. Beyond 4 GB nobody reads it any more; our reader never needs it. */
export function placeInDirectory(directory: Uint8Array, offset: number): void {
  new DataView(directory.buffer, directory.byteOffset).setUint32(42, Math.min(offset, 0xffffffff), true);
}

/** The record at the very end of a zip. */
export function toZipEnd(count: number, directoryLength: number, offset: number): Uint8Array<ArrayBuffer> {
  const end = new Uint8Array(endLength);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, Math.min(count, 0xffff), true);
  view.setUint16(10, Math.min(count, 0xffff), true);
  view.setUint32(12, directoryLength, true);
  view.setUint32(16, Math.min(offset, 0xffffffff), true);
  return end;
}

/**
 * The entries one after the other, by their local headers alone: a file whose end is missing gives all that is there. Where bytes
 * are wrong it looks for the next header and goes on.
 */
export async function* readZip(file: Blob): AsyncGenerator<ZipEntry> {
  const source = openWindow(file);
  for (let offset = 0; offset + localLength <= file.size;) {
    const head = await source.read(offset, localLength + 300);
    const entry = toHeader(head);
    if (isDirectory(head)) return;
    const end = entry ? offset + entry.start + entry.packed : 0;
    if (!entry || entry.size > maxEntryBytes || entry.packed > maxEntryBytes) {
      offset = await source.find(offset + 1);
      yield { name: entry?.name ?? '', bytes: null };
      continue;
    }
    if (end > file.size) {
      yield { name: entry.name, bytes: null };
      const next = await source.find(offset + 1);
      offset = next;
      continue;
    }
    const bytes = unpack(await source.read(offset + entry.start, entry.packed), entry);
    yield { name: entry.name, bytes };
    // A length that was damaged leads astray: what follows an entry is a header.
    const follows = await source.read(end, 4);
    offset = follows.length < 4 || isMark(follows) ? end : await source.find(offset + 1);
  }
}

interface LocalHeader {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where the bytes begin, counted from the header. */
  readonly start: number;
}

function toHeader(head: Uint8Array): LocalHeader | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < localLength || view.getUint32(0, true) !== localMark) return null;
  const nameLength = view.getUint16(at.nameLength, true);
  const start = localLength + nameLength + view.getUint16(at.extraLength, true);
  const name = new TextDecoder().decode(head.subarray(localLength, localLength + nameLength));
  const method = view.getUint16(at.method, true);
  const [packed, size] = [view.getUint32(at.packed, true), view.getUint32(at.size, true)];
  // Our names are short and plain: anything else is no header of ours, but bytes that look like one.
  return /^[a-zA-Z0-9./-]{1,200}$/.test(name) ? { name, method, packed, size, start } : null;
}

function unpack(
  packed: Uint8Array<ArrayBuffer>,
  { method, size }: LocalHeader,
): Uint8Array<ArrayBuffer> | null {
  try {
    if (method === 0) return packed.slice();
    // Never more than the header says, whatever the bytes unpack to.
    return method === 8 ? inflateSync(packed, { out: new Uint8Array(size) }) : null;
  } catch {
    return null;
  }
}

function isMark(bytes: Uint8Array): boolean {
  const mark = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return mark === localMark || mark === directoryMark;
}

function isDirectory(bytes: Uint8Array): boolean {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === directoryMark;
}

/** Reads a file in large slices, whatever small pieces are asked for. */
function openWindow(file: Blob) {
  let start = 0;
  let held = new Uint8Array(0);
  async function read(from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(from + length, file.size);
    if (from < start || end > start + held.length) {
      start = from;
      held = new Uint8Array(await file.slice(from, Math.max(end, from + windowBytes)).arrayBuffer());
    }
    return held.subarray(from - start, Math.max(from, end) - start);
  }
  /** Where the next header begins; the end of the file when there is none. */
  async function find(from: number): Promise<number> {
    for (let offset = from; offset + 4 <= file.size;) {
      const bytes = await read(offset, windowBytes);
      for (let index = bytes.indexOf(0x50); index !== -1; index = bytes.indexOf(0x50, index + 1)) {
        if (index + 4 > bytes.length) break;
        if (isMark(bytes.subarray(index, index + 4))) return offset + index;
      }
      offset += Math.max(bytes.length - 3, 1);
    }
    return file.size;
  }
  return { read, find };
}
