// @vitest-environment node
import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip, listZip, zipLimits } from '@/entrypoints/library/read-zip';
import { AppError, toAppError } from '@/utils/errors';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const blob = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (cause) {
    return toAppError(cause).code;
  }
}

/** The offset of a record in a zip with one file: of its place in the list at the end. */
function patched(
  zip: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  size: 2 | 4 = 4,
): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 4; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
    return copy;
  }
  throw new Error('no such record');
}
const [central, end] = [0x02014b50, 0x06054b50];

describe('readZip', () => {
  it('lists the files that people mean, and reads each when it is asked', async () => {
    const zip = blob(
      zipSync({
        'a/one.json': strToU8('{"a":1}'),
        'a/stored.svg': [strToU8('<svg/>'), { level: 0 }],
        'a/': new Uint8Array(),
        '두번째.json': strToU8('2'),
        '__MACOSX/a/._one.json': strToU8('x'),
        '.DS_Store': strToU8('x'),
        'Thumbs.db': strToU8('x'),
      }),
    );
    expect(await isZip(zip)).toBe(true);
    const entries = await listZip(zip);
    const read = await Promise.all(entries.map(async (entry) => [entry.name, text(await entry.read())]));
    expect(Object.fromEntries(read)).toEqual({
      'a/one.json': '{"a":1}',
      'a/stored.svg': '<svg/>',
      '두번째.json': '2',
    });
  });

  it('reads names as Windows in Korea writes them', async () => {
    const zip = zipSync({ 'ABCD.json': strToU8('{}') });
    // EUC-KR for 배지, without the flag that says UTF-8.
    const name = [0xb9, 0xe8, 0xc1, 0xf6];
    const copy = Uint8Array.from(zip);
    for (let at = 0; at < copy.length - 4; at += 1) {
      if (text(copy.subarray(at, at + 4)) === 'ABCD') copy.set(name, at);
    }
    expect((await listZip(blob(copy))).map((entry) => entry.name)).toEqual(['배지.json']);
  });

  it('reads a zip with something behind and before it', async () => {
    const zip = zipSync({ 'one.json': strToU8('{}') }, { comment: 'by Haneul' } as never);
    expect(await listZip(blob(zip))).toHaveLength(1);
  });

  it('tells other files from zips', async () => {
    expect(await isZip(blob(strToU8('{"PK":1}')))).toBe(false);
    expect(await isZip(blob(new Uint8Array()))).toBe(false);
  });

  it.each([
    ['cut off', (zip: Uint8Array) => zip.subarray(0, zip.length - 30)],
    ['without a list', (zip: Uint8Array) => patched(zip, central, 0, 0)],
    ['that counts more files than it has', (zip: Uint8Array) => patched(zip, end, 10, 3, 2)],
    ['whose list is elsewhere', (zip: Uint8Array) => patched(zip, end, 16, 7)],
  ])('says that a zip %s is damaged', async (_, spoil) => {
    const zip = zipSync({ 'one.json': strToU8('{"a":1}') });
    expect(await faultOf(listZip(blob(spoil(zip))))).toBe('damaged-file');
  });

  it('says which file of a zip is damaged, encrypted or too large, and reads the others', async () => {
    const faults = [
      [patched(zipOf('{"a":1}'), central, 16, 7), 'damaged-file'],
      [patched(zipOf('{"a":1}'), central, 8, 1, 2), 'unsupported-badge'],
      [patched(zipOf('{"a":1}'), central, 10, 14, 2), 'unsupported-badge'],
      [patched(zipOf('{"a":1}'), central, 24, zipLimits.entryBytes + 1), 'too-large'],
    ] as const;
    for (const [zip, code] of faults) {
      const [entry] = await listZip(blob(zip));
      expect(await faultOf(entry?.read() ?? Promise.resolve())).toBe(code);
    }
  });

  it('stops at the cap, whatever a file says of its size', async () => {
    // A gigabyte would come out of it; the list says seven bytes.
    const bomb = deflateSync(new Uint8Array(zipLimits.entryBytes + 5_000_000));
    const zip = zipSync({ 'bomb.json': [bomb, { level: 0 }] });
    const [entry] = await listZip(blob(patched(patched(zip, central, 10, 8, 2), central, 24, 7)));
    expect(await faultOf(entry?.read() ?? Promise.resolve())).toBe('damaged-file');
  });

  it('refuses a zip whose files share their bytes, or that unpacks to gigabytes', async () => {
    const two = zipSync({ 'a.json': strToU8('{"a":1}'), 'b.json': strToU8('{"b":2}') });
    expect(await faultOf(listZip(blob(patched(two, central, 42, 0))))).toBe('damaged-file');
    expect(await faultOf(listZip(blob(patched(zipOf('{}'), central, 24, zipLimits.allBytes + 1))))).toBe(
      'too-large',
    );
    expect(await faultOf(listZip(blob(patched(zipOf('{}'), end, 10, zipLimits.entries + 1, 2))))).toBe(
      'too-large',
    );
  });

  it('survives every byte of a small zip being another', async () => {
    const zip = zipSync({ 'one.json': strToU8('{"a":1}'), 'two.json': strToU8('{"b":2}') });
    for (let at = 0; at < zip.length; at += 1) {
      for (const value of [0, 255, (zip[at] ?? 0) ^ 1])
        await survives(Uint8Array.from(zip, (byte, index) => (index === at ? value : byte)));
    }
  });

  it.skipIf(!existsSync('../shared/corpora'))('survives every file of the corpora', async () => {
    for (const file of filesBelow('../shared/corpora').slice(0, 4000)) await survives(readFileSync(file));
  });
});

function zipOf(content: string): Uint8Array {
  return zipSync({ 'one.json': strToU8(content) });
}

async function survives(bytes: Uint8Array): Promise<void> {
  try {
    for (const entry of await listZip(blob(bytes))) await entry.read();
  } catch (cause) {
    expect(cause).toBeInstanceOf(AppError);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return filesBelow(file);
    return statSync(file).size < 2_000_000 ? [file] : [];
  });
}
