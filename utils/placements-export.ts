import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { PlacementRow } from './db';
import { AppError } from './errors';
import { safeUrl } from './html';

/** LinkedIn's archive of everything; only one small file of it is unpacked. */
export const maxExportBytes = 300_000_000;
/** A thousand certifications have a tenth of this. */
const maxCsvBytes = 2_000_000;
const maxRows = 5000;
const fileName = /(?:^|\/)Certifications\.csv$/i;

/** The columns as LinkedIn writes them (seen in many readers of this export), in its order. */
const columns = ['name', 'url', 'authority', 'startedon', 'finishedon', 'licensenumber'] as const;
type Column = (typeof columns)[number];

/**
 * Reads LinkedIn's own export: `Certifications.csv`, alone or in the archive that LinkedIn sends. Nothing else of the
 * archive is looked at.
 * @throws AppError `too-large`, `damaged-file`, or `unsupported-badge` with what was read instead
 */
export function readExport(bytes: Uint8Array, now: Date): PlacementRow[] {
  const text = strFromU8(isZip(bytes) ? takeFromArchive(bytes) : checkSize(bytes));
  return toPlacements(text.replace(/^\uFEFF/, ''), now);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"
}

function checkSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length > maxCsvBytes) throw new AppError('too-large', `${bytes.length} bytes of CSV`);
  return bytes;
}

function takeFromArchive(bytes: Uint8Array): Uint8Array {
  const names: string[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (names.length < 20) names.push(name.slice(0, 80));
        // The size is what the archive says; what does not fit into it is an error below.
        if (!fileName.test(name)) return false;
        if (originalSize > maxCsvBytes) throw new AppError('too-large', `${originalSize} bytes of CSV`);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('damaged-file', `archive: ${String(cause)}`);
  }
  const [found] = Object.values(files);
  if (!found)
    throw new AppError('unsupported-badge', `an archive with ${names.join(', ') || 'nothing in it'}`);
  return found;
}

function toPlacements(text: string, now: Date): PlacementRow[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: maxRows + 20 });
  const { at, header } = findHeader(data);
  const readAt = now.toISOString();
  const rows = data.slice(at + 1, at + 1 + maxRows).flatMap((line, index) => {
    const value = (column: Column) => line[header.indexOf(column)]?.trim() ?? '';
    const name = value('name').slice(0, 300);
    if (!name) return [];
    const row: PlacementRow = {
      id: `linkedin-profile:${index}`,
      place: 'linkedin-profile',
      name,
      issuerName: value('authority').slice(0, 300),
      url: safeUrl(value('url')),
      startedOn: toMonth(value('startedon')),
      finishedOn: toMonth(value('finishedon')),
      credentialId: value('licensenumber').slice(0, 200) || null,
      readAt,
    };
    return [row];
  });
  return rows;
}

/**
 * The line that names the columns; some of LinkedIn's files have notes above it. The order may be another. A file with
 * translated names was never seen: a guess that it has the same six columns in the same order, taken only when the second
 * one holds addresses.
 */
function findHeader(lines: readonly (readonly string[])[]): { at: number; header: readonly string[] } {
  for (const [at, line] of lines.slice(0, 20).entries()) {
    const header = line.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
    if (header.includes('name') && header.includes('authority')) return { at, header };
  }
  const [first = [], ...rest] = lines;
  const addresses = rest.map((line) => line[1]?.trim() ?? '').filter(Boolean);
  const isTranslated =
    first.length === columns.length &&
    addresses.length > 0 &&
    addresses.every((text) => /^https?:\/\//i.test(text));
  if (isTranslated) return { at: 0, header: columns };
  throw new AppError(
    'unsupported-badge',
    `a table with the columns ${first.join(', ').slice(0, 200) || '(none)'}`,
  );
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "Mar 2022", "2022-03-01", "03/2022", "2022년 3월" as YYYY-MM; null for anything else, a year alone too. */
function toMonth(text: string): string | null {
  const year = /\b(?:19|20)\d\d|(?:19|20)\d\d(?=년)/.exec(text)?.[0];
  if (!year) return null;
  const word = months.findIndex((name) => text.toLowerCase().includes(name));
  const number =
    /(?:19|20)\d\d(?:-|년\s*|\/|\.\s*)(\d{1,2})/.exec(text)?.[1] ??
    /^(\d{1,2})\/(?:19|20)\d\d$/.exec(text)?.[1];
  const month = word >= 0 ? word + 1 : Number(number ?? 0);
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}
