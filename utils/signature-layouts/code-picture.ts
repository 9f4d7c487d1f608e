import { zlibSync } from 'fflate';
import { create } from 'qrcode';
import { toBase64 } from '../base64';
import { crc32 } from '../open-badges/checksums';
import type { CodePicture } from './signature-layout';

/** Cameras want four light modules around the code. */
const quiet = 4;
/** Pixels of a module, and px at which it is shown: twice as fine. */
const pixels = 4;
const shown = 2;

/** An address as a QR code in a PNG of one bit a pixel: a kilobyte at most. */
export function makeCodePicture(address: string): CodePicture {
  const bytes = makeCodePng(address);
  const side = (sizeOf(bytes) / pixels) * shown;
  return { address: `data:image/png;base64,${toBase64(bytes)}`, side };
}

/** The picture's bytes (PNG 1.2, grey of one bit, no filters). */
export function makeCodePng(address: string): Uint8Array<ArrayBuffer> {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * quiet) * pixels;
  const width = Math.ceil(side / 8);
  const rows = new Uint8Array(side * (width + 1)).fill(0xff);
  for (let y = 0; y < side; y += 1) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / pixels) - quiet, Math.floor(x / pixels) - quiet];
      const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < modules.size;
      if (!isInside || !modules.get(row, column)) continue;
      const at = y * (width + 1) + 1 + (x >> 3);
      rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  header.set([1, 0, 0, 0, 0], 8);
  return join([
    new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function sizeOf(png: Uint8Array<ArrayBuffer>): number {
  return new DataView(png.buffer).getUint32(16);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return join([length, body, sum]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
