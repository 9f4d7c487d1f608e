import { crc32, deflateSync } from 'node:zlib';

/** A picture as a PNG: eight bits of red, green, blue and alpha, by a function of the place (PNG 1.2, no filters). */
export function encodePng(size: number, colourAt: (x: number, y: number) => readonly number[]): Uint8Array {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) rows.set(colourAt(x, y), y * (size * 4 + 1) + 1 + x * 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same picture with a text in it (PNG 1.2, "iTXt", not compressed): how a badge is baked. */
export function bakePng(picture: Uint8Array, keyword: string, text: string): Uint8Array {
  const end = picture.length - 12;
  const head = Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1');
  const baked = chunk('iTXt', Buffer.concat([head, Buffer.from(text, 'utf8')]));
  return Buffer.concat([picture.subarray(0, end), baked, picture.subarray(end)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
