import { beforeEach, describe, expect, it } from 'vitest';
import { LapelPinDatabase } from '@/utils/db';
import { freeSpace, noteShown, withRoom } from '@/utils/quota';

const now = new Date(2026, 10, 23, 12);
let db: LapelPinDatabase;
let count = 0;
const row = (name: string, usedOn: string) => ({
  key: name.startsWith('file:') ? name : `https://images.example/${name}.png`,
  mediaType: 'image/png',
  bytes: new ArrayBuffer(1000),
  triedAt: '2026-01-01T00:00:00.000Z',
  usedOn,
});
const full = () => Object.assign(new Error('no space'), { name: 'QuotaExceededError' });
const meter = (usage: number, quota = 10_000) => ({ estimate: async () => ({ usage, quota }) });

beforeEach(async () => {
  count += 1;
  db = new LapelPinDatabase(`quota-${count}`);
  await db.pictures.bulkAdd([
    row('old', '2026-01-01'),
    row('file:baked', '2026-01-01'),
    row('older', '2025-12-01'),
    row('new', '2026-11-22'),
  ]);
});

const left = async () => (await db.pictures.toCollection().primaryKeys()).toSorted();

describe('quota', () => {
  it('throws out what was shown least recently, and never what cannot be fetched again', async () => {
    expect(await freeSpace(1500, db)).toEqual({ pictures: 2, bytes: 2000 });
    expect(await left()).toEqual(['file:baked', 'https://images.example/new.png']);
    expect(await freeSpace(1_000_000, db)).toEqual({ pictures: 1, bytes: 1000 });
    expect(await left()).toEqual(['file:baked']);
  });

  it('makes room before it writes when space runs short', async () => {
    await withRoom(500, async () => null, meter(9_000), db);
    expect(await left()).toHaveLength(3);
    await withRoom(500, async () => null, meter(1_000), db);
    expect(await left()).toHaveLength(3);
  });

  it('tries once more with pictures out of the way when the browser says that it is full', async () => {
    let tries = 0;
    const write = async () => {
      tries += 1;
      if (tries === 1) throw full();
      return 'written';
    };
    expect(await withRoom(500, write, meter(0), db)).toBe('written');
    expect(await left()).toEqual(['file:baked']);
  });

  it('says that storage is full when nothing helps', async () => {
    const write = () => Promise.reject(full());
    await expect(withRoom(500, write, meter(0), db)).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('notes what was shown, once a day', async () => {
    await noteShown(['https://images.example/old.png', 'https://images.example/none.png'], now, db);
    expect((await db.pictures.get('https://images.example/old.png'))?.usedOn).toBe('2026-11-23');
    expect((await db.pictures.get('https://images.example/older.png'))?.usedOn).toBe('2025-12-01');
  });
});
