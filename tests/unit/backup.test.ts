import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sha256, type BackupPart, type Damage } from '@/utils/backup';
import { readHeader } from '@/utils/backup-header';
import { openBackup } from '@/utils/backup-read';
import { createBackup } from '@/utils/backup-write';
import { fromBase64, toBase64 } from '@/utils/base64';
import { AppError } from '@/utils/errors';

const passphrase = 'four plain words here';
const original = (number: number) => ({
  id: `file:${number}`,
  name: `badge ${number}.json`,
  bytes: new TextEncoder().encode(`original ${number} `.repeat(200)).buffer,
});
const row = (number: number) => ({
  id: `file:${number}`,
  accountId: 'file:file',
  name: `Secret name ${number}`,
});

async function makeFile(secret: string | null = null, count = 6): Promise<Blob> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const options = { rowVersion: 5, madeAt: new Date('2026-11-23T09:00:00Z'), appVersion: '0.1.0' };
  const backup = await createBackup({
    ...options,
    counts: { badges: count, originals: count },
    passphrase: secret,
  });
  for (const number of numbers) await backup.add('badges', [row(number)]);
  for (const number of numbers) await backup.add('originals', [original(number)]);
  return backup.finish();
}

async function readAll(file: Blob, secret = '') {
  const parts: BackupPart[] = [];
  const damaged: Damage[] = [];
  const { manifest, pieces } = await openBackup(file, secret);
  for await (const piece of pieces()) {
    if (piece.kind === 'part') parts.push(piece.part);
    else damaged.push(piece.damage);
  }
  const rowsOf = (table: string) =>
    parts.filter((part) => part.table === table).flatMap(({ rows }) => rows as Record<string, unknown>[]);
  return { manifest, damaged, badges: rowsOf('badges'), originals: rowsOf('originals') };
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (cause: unknown) => (cause instanceof AppError ? cause.code : String(cause)),
  );

/** Where a text begins in the bytes. */
function find(bytes: Uint8Array, text: string, from = 0): number {
  const wanted = new TextEncoder().encode(text);
  for (let index = from; index < bytes.length; index += 1) {
    if (wanted.every((byte, offset) => bytes[index + offset] === byte)) return index;
  }
  return -1;
}

describe.each([null, passphrase])('a backup with the passphrase %s', (secret) => {
  const key = secret ?? '';

  it('gives back every row, and bytes as they were', async () => {
    const { damaged, badges, originals, manifest } = await readAll(await makeFile(secret), key);
    expect(damaged).toEqual([]);
    expect(manifest).toMatchObject({ appVersion: '0.1.0', counts: { badges: 6, originals: 6 } });
    expect(badges).toEqual([0, 1, 2, 3, 4, 5].map(row));
    expect(originals.map(({ bytes }) => toBase64(fromBase64(String(bytes))))).toEqual(
      [0, 1, 2, 3, 4, 5].map((number) => toBase64(new Uint8Array(original(number).bytes))),
    );
  });

  it('gives what is there when the file was cut off, and says what is missing', async () => {
    const file = await makeFile(secret);
    const { damaged, badges, originals } = await readAll(file.slice(0, Math.floor(file.size * 0.6)), key);
    expect(badges).toHaveLength(6);
    expect(originals.length).toBeGreaterThan(0);
    expect(originals.length).toBeLessThan(6);
    expect(damaged).toEqual([
      { table: 'end', what: 'cut-off' },
      { table: 'originals', what: String(6 - originals.length) },
    ]);
  });

  it('gives everything but what a damaged byte belongs to, wherever it is', async () => {
    const file = await bytesOf(await makeFile(secret, 3));
    const header = find(file, 'PK\u0003\u0004', 4);
    // A locked file takes a third of a second to open, by design.
    for (let index = header; index < file.length; index += secret ? 709 : 53) {
      const damagedFile = file.slice();
      damagedFile[index] = (damagedFile[index] ?? 0) ^ 0x55;
      const { badges, originals, damaged } = await readAll(new Blob([damagedFile]), key);
      const lost = 6 - badges.length - originals.length;
      expect(lost, `byte ${index}`).toBeLessThanOrEqual(1);
      if (lost === 1) expect(damaged.length, `byte ${index}`).toBeGreaterThan(0);
      for (const badge of badges) expect(row(Number(String(badge['id']).slice(5)))).toEqual(badge);
    }
  }, 60_000);

  it('is a zip that other programs open', async () => {
    const entries = unzipSync(await bytesOf(await makeFile(secret)));
    expect(Object.keys(entries)[0]).toBe('lapelpin.json');
  });
});

describe('a locked backup', () => {
  it('has no name, row or digest in the open', async () => {
    const file = await bytesOf(await makeFile(passphrase));
    const digest = await sha256(new Uint8Array(original(0).bytes));
    for (const text of ['Secret', 'badges', 'originals', 'badge 1', digest])
      expect(find(file, text), text).toBe(-1);
    expect(Object.keys(unzipSync(file)).slice(1).join('')).toMatch(/^\d+$/);
  });

  it('tells a wrong passphrase from a damaged file', async () => {
    const file = await makeFile(passphrase);
    expect(await codeOf(openBackup(file, 'another one'))).toBe('wrong-passphrase');
    const damaged = await bytesOf(file);
    damaged.fill(0, 0, 40);
    expect(await codeOf(openBackup(new Blob([damaged]), passphrase))).toBe('damaged-file');
  });

  it('takes a passphrase that another keyboard wrote', async () => {
    const file = await makeFile('\uac00 caf\u00e9');
    expect((await readAll(file, '\u1100\u1161 cafe\u0301')).badges).toHaveLength(6);
  });

  it('notices entries that changed places', async () => {
    const file = await bytesOf(await makeFile(passphrase));
    const swapped = new TextEncoder();
    const [two, three] = [find(file, '000002'), find(file, '000003')];
    file.set(swapped.encode('000003'), two);
    file.set(swapped.encode('000002'), three);
    const { badges, damaged } = await readAll(new Blob([file]), passphrase);
    expect(badges).toHaveLength(4);
    expect(damaged).toContainEqual({ table: 'badges', what: '2' });
  });

  it('is locked with the parameters that it names', async () => {
    const header = await readHeader(await makeFile(passphrase));
    expect(header.lock).toMatchObject({
      kdf: 'PBKDF2-HMAC-SHA-256',
      iterations: 600_000,
      cipher: 'AES-256-GCM',
    });
    expect(fromBase64(header.lock?.salt ?? '')).toHaveLength(16);
    expect(Object.keys(header)).not.toContain('counts');
  });
});

describe('a file that is no backup of ours', () => {
  it('is refused, whatever it is', async () => {
    for (const text of ['', 'PK', 'hello', 'PK\u0003\u0004 and more']) {
      expect(await codeOf(readHeader(new Blob([text])))).toBe('damaged-file');
    }
  });

  it('is told apart when a newer LapelPin made it', async () => {
    const file = await bytesOf(await makeFile());
    const at = find(file, '"version":1');
    file.set(new TextEncoder().encode('"version":9'), at);
    expect(await codeOf(readHeader(new Blob([file])))).toBe('unsupported-badge');
  });
});
