import { toBase64 } from '@/utils/base64';
import { AppError, toAppError, type ErrorRecord } from '@/utils/errors';
import type { WebUrl } from '@/utils/html';
import { maxVerifiedBytes } from '@/utils/messages';
import type { ImportItem } from '@/utils/messages-import';
import { isZip, listZip } from './read-zip';

/** One thing that the user brought. It is read only when its turn comes, and may be read again. */
export interface Piece {
  readonly name: string;
  /** @throws AppError `too-large`, `damaged-file`, `unsupported-badge` */
  readonly load: () => Promise<ImportItem>;
}

/** Something that was not added, and why. */
export interface Failure {
  readonly name: string;
  readonly error: ErrorRecord;
}

/** Text, or an address, as one piece. */
export function toTextPiece(text: string): Piece {
  return { name: text.slice(0, 60), load: () => Promise.resolve({ kind: 'text', text }) };
}

export function toAddressPiece(url: WebUrl): Piece {
  return { name: url, load: () => Promise.resolve({ kind: 'address', url }) };
}

/** Files as pieces; a zip as the files in it. */
export async function toPieces(
  files: readonly File[],
): Promise<{ readonly pieces: readonly Piece[]; readonly refused: readonly Failure[] }> {
  const pieces: Piece[] = [];
  const refused: Failure[] = [];
  for (const file of files) {
    try {
      if (await isZip(file)) pieces.push(...(await zipPieces(file)));
      else pieces.push(filePiece(file));
    } catch (cause) {
      refused.push({ name: pathOf(file), error: toAppError(cause).toRecord() });
    }
  }
  return { pieces, refused };
}

function filePiece(file: File): Piece {
  const name = pathOf(file);
  const load = async () => {
    // Before it is read: a file of gigabytes must not come into memory.
    if (file.size > maxVerifiedBytes) throw new AppError('too-large', `${file.size} bytes`);
    return toItem(name, new Uint8Array(await file.arrayBuffer()));
  };
  return { name, load };
}

async function zipPieces(file: File): Promise<Piece[]> {
  const entries = await listZip(file);
  return entries.map(({ name, read }) => ({ name, load: async () => toItem(name, await read()) }));
}

function toItem(name: string, bytes: Uint8Array): ImportItem {
  return { kind: 'file', name, base64: toBase64(bytes) };
}

/** With its folders, where a folder was chosen. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
