import { toBase64 } from '@/utils/base64';
import type { PlacementRow } from '@/utils/db';
import { AppError, toAppError, type ErrorRecord } from '@/utils/errors';
import type { WebUrl } from '@/utils/html';
import { maxVerifiedBytes } from '@/utils/messages';
import type { ImportItem } from '@/utils/messages-import';
import { readExport } from '@/utils/placements-export';
import { isZip, listZip, type ZipEntry } from './read-zip';

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

/** What files turned out to be. */
export interface Brought {
  readonly pieces: readonly Piece[];
  readonly refused: readonly Failure[];
  /** Lines of LinkedIn's own export: they tell which badges are on the profile, and are none themselves. */
  readonly placements: readonly PlacementRow[];
}

/** The one file of LinkedIn's export that is read. */
const linkedInFile = /(?:^|[/\\])Certifications\.csv$/i;

/** Files as pieces; a zip as the files in it. */
export async function toPieces(files: readonly File[], now: Date): Promise<Brought> {
  const pieces: Piece[] = [];
  const refused: Failure[] = [];
  const placements: PlacementRow[] = [];
  for (const file of files) {
    try {
      const inside = (await isZip(file)) ? await listZip(file) : null;
      const exported =
        inside?.find(({ name }) => linkedInFile.test(name)) ??
        (linkedInFile.test(file.name) ? toEntry(file) : null);
      // Nothing else of LinkedIn's archive is looked at.
      if (exported) placements.push(...readExport(await exported.read(), now));
      else pieces.push(...(inside ? inside.map(entryPiece) : [filePiece(file)]));
    } catch (cause) {
      refused.push({ name: pathOf(file), error: toAppError(cause).toRecord() });
    }
  }
  return { pieces, refused, placements };
}

function filePiece(file: File): Piece {
  return entryPiece(toEntry(file));
}

function entryPiece({ name, read }: ZipEntry): Piece {
  return { name, load: async () => toItem(name, await read()) };
}

/** A file by itself, like one in a zip. */
function toEntry(file: File): ZipEntry {
  const read = async () => {
    // Before it is read: a file of gigabytes must not come into memory.
    if (file.size > maxVerifiedBytes) throw new AppError('too-large', `${file.size} bytes`);
    return new Uint8Array(await file.arrayBuffer());
  };
  return { name: pathOf(file), read };
}

function toItem(name: string, bytes: Uint8Array): ImportItem {
  return { kind: 'file', name, base64: toBase64(bytes) };
}

/** With its folders, where a folder was chosen. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
