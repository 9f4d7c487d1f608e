import { AppError } from '@/utils/errors';
import { crc32 } from '@/utils/open-badges/checksums';
import { inflateRaw } from '@/utils/open-badges/inflate';
import { decodeUtf8 } from '@/utils/open-badges/json-text';

/** One file in a zip. Nothing of it is unpacked before it is asked for. */
export interface ZipEntry {
  readonly name: string;
  /** @throws AppError `damaged-file`, `too-large`, `unsupported-badge` (encrypted, or packed in another way) */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What one zip may hold. Nobody has more badges; whoever packs more wants to fill our memory (facts on threats). */
export const zipLimits = {
  entries: 20_000,
  entryBytes: 10_000_000,
  directoryBytes: 16_000_000,
  allBytes: 2_000_000_000,
} as const;

/** Of APPNOTE.TXT (PKWARE), sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16. */
const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;
const endBytes = 22;
const maxComment = 65_535;
/** Of a name and what else stands before a file; longer ones are read in a second step. */
const headBytes = 512;

interface Directory {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

interface Record {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
  readonly next: number;
}

/** True for a file that begins as a zip does. */
export async function isZip(file: Blob): Promise<boolean> {
  const view = await read(file, 0, 4);
  return (
    view.byteLength === 4 && [signatures.local, signatures.end].some((one) => view.getUint32(0, true) === one)
  );
}

/**
 * The files of a zip, by its own list at its end. The zip stays where it is; each file is read from it when its turn comes,
 * so that one of gigabytes needs no more memory than its largest badge.
 * @throws AppError `damaged-file`, `too-large`
 */
export async function listZip(file: Blob): Promise<ZipEntry[]> {
  const directory = await findDirectory(file);
  if (directory.count > zipLimits.entries || directory.size > zipLimits.directoryBytes)
    throw new AppError('too-large', `${directory.count} files`);
  const records = parseDirectory(await read(file, directory.start, directory.size), directory);
  const files = records.filter(({ name }) => isWanted(name));
  requirePlausible(files);
  return files.map((record) => ({ name: record.name, read: () => readEntry(file, record) }));
}

/** Folders, and what systems put beside the files that people mean. */
function isWanted(name: string): boolean {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last !== '' &&
    !last.startsWith('.') &&
    !name.startsWith('__MACOSX/') &&
    !/^(?:thumbs\.db|desktop\.ini)$/i.test(last)
  );
}

/** A zip whose files share bytes, or that unpacks to what no disk of badges holds, was made to do harm. */
function requirePlausible(records: readonly Record[]): void {
  const all = records.reduce((sum, { size }) => sum + size, 0);
  if (all > zipLimits.allBytes) throw new AppError('too-large', `${all} bytes unpacked`);
  const byStart = records.toSorted((a, b) => a.start - b.start);
  const isShared = byStart.some(
    (record, index) => record.start < (byStart[index - 1]?.start ?? -1) + (byStart[index - 1]?.packed ?? 0),
  );
  if (isShared) throw new AppError('damaged-file', 'files of the zip overlap');
}

async function findDirectory(file: Blob): Promise<Directory> {
  const start = Math.max(0, file.size - endBytes - maxComment);
  const tail = await read(file, start, file.size - start);
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== signatures.end) continue;
    const count = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    const isLong = count === 0xffff || size === 0xffffffff || offset === 0xffffffff;
    return isLong ? findLongDirectory(file, start + at) : { start: offset, size, count };
  }
  throw new AppError('damaged-file', 'the zip has no end');
}

/** Zip64: what stands behind the end says where the long numbers are. */
async function findLongDirectory(file: Blob, end: number): Promise<Directory> {
  const locator = await read(file, end - 20, 20);
  if (locator.byteLength === 20 && locator.getUint32(0, true) === signatures.locator64) {
    const record = await read(file, Number(locator.getBigUint64(8, true)), 56);
    if (record.byteLength === 56 && record.getUint32(0, true) === signatures.end64) {
      const number = (at: number) => Number(record.getBigUint64(at, true));
      return { count: number(32), size: number(40), start: number(48) };
    }
  }
  throw new AppError('damaged-file', 'the zip has no end');
}

function parseDirectory(view: DataView<ArrayBuffer>, { count }: Directory): Record[] {
  const records: Record[] = [];
  for (let at = 0; records.length < count;) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.central)
      throw new AppError('damaged-file', `the list of the zip ends after ${records.length} files`);
    const record = parseRecord(view, at);
    records.push(record);
    at = record.next;
  }
  return records;
}

function parseRecord(view: DataView<ArrayBuffer>, at: number): Record {
  const short = (offset: number) => view.getUint16(at + offset, true);
  const long = (offset: number) => view.getUint32(at + offset, true);
  const [nameBytes, extraBytes, commentBytes] = [short(28), short(30), short(32)];
  const next = at + 46 + nameBytes + extraBytes + commentBytes;
  if (next > view.byteLength) throw new AppError('damaged-file', 'the list of the zip is cut off');
  return {
    name: toName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes)),
    flags: short(8),
    method: short(10),
    crc: long(16),
    packed: long(20),
    size: long(24),
    start: long(42),
    next,
  };
}

/** UTF-8 says itself that it is; Windows in Korea writes names in its own code page and does not say so. */
function toName(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? new TextDecoder('euc-kr').decode(bytes);
}

async function readEntry(
  file: Blob,
  { flags, method, crc, packed, size, start }: Record,
): Promise<Uint8Array<ArrayBuffer>> {
  if (flags & 1) throw new AppError('unsupported-badge', 'encrypted');
  if (size > zipLimits.entryBytes || packed > zipLimits.entryBytes)
    throw new AppError('too-large', `${size} bytes`);
  // In one go: what stands between the head and the file may differ from what the list says, but rarely by much.
  const head = await read(file, start, 30 + headBytes + packed);
  if (head.byteLength < 30 || head.getUint32(0, true) !== signatures.local)
    throw new AppError('damaged-file', 'not where the zip says');
  const from = 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const isWhole = from + packed <= head.byteLength;
  const part = isWhole ? head : await read(file, start + from, packed);
  const bytes = new Uint8Array(part.buffer, isWhole ? from : 0, Math.min(packed, part.byteLength));
  const whole = unpack(bytes, method);
  if (whole.length !== size || crc32(whole) !== crc)
    throw new AppError('damaged-file', 'its checksum is wrong');
  return whole;
}

function unpack(bytes: Uint8Array<ArrayBuffer>, method: number): Uint8Array<ArrayBuffer> {
  if (method === 0) return bytes;
  if (method !== 8) throw new AppError('unsupported-badge', `packed by method ${method}`);
  const inflated = inflateRaw(bytes, zipLimits.entryBytes);
  if (inflated.kind === 'error') throw new AppError('damaged-file', inflated.reason);
  return new Uint8Array(inflated.bytes);
}

/** As much as there is of the range. */
async function read(file: Blob, start: number, length: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(Math.max(0, start), Math.max(0, start) + length).arrayBuffer());
}
