import { beforeEach, describe, expect, it } from 'vitest';
import { badgeId, type SourceId } from '@/utils/badge';
import { LapelPinDatabase } from '@/utils/db';
import { safeUrl } from '@/utils/html';
import type { Io } from '@/utils/io';
import { pullPictures, type PicturePullParts } from '@/utils/pictures';
import { makeBadge } from './make-badge';

/** One pixel. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.codePointAt(0) ?? 0,
);
let db: LapelPinDatabase;
let asked: string[];
const io: Io = {
  now: () => new Date('2026-11-23T12:00:00Z'),
  async fetch(url) {
    asked.push(String(url));
    return new Response(png);
  },
};
const pull = (more: Partial<PicturePullParts> = {}) =>
  pullPictures({
    io,
    db,
    signal: new AbortController().signal,
    onEach: async () => undefined,
    lane: (_, work) => work(),
    ...more,
  });

beforeEach(async () => {
  asked = [];
  db = new LapelPinDatabase(`pictures-${Math.random()}`);
  await db.badges.bulkAdd(
    [1, 2, 3].map((number) => ({
      ...makeBadge({
        id: badgeId('credly' as SourceId, String(number)),
        imageUrl: safeUrl(`https://images.example/${number === 3 ? 1 : number}.png`),
      }),
      addedAt: '',
      isNew: 0 as const,
      runId: '',
      missingSince: null,
    })),
  );
});

describe('pictures', () => {
  it('are fetched once each, also when several badges show them, and never again', async () => {
    await pull();
    await pull();
    expect(asked.toSorted()).toEqual(['https://images.example/1.png', 'https://images.example/2.png']);
    expect((await db.pictures.toArray()).map(({ mediaType }) => mediaType)).toEqual([
      'image/png',
      'image/png',
    ]);
  });

  it('wait for another day when there is no room for them, and nothing else fails with them', async () => {
    db.pictures.hook('creating', () => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await pull();
    expect(asked).toHaveLength(1);
    expect([await db.pictures.count(), await db.badges.count()]).toEqual([0, 3]);
  });

  it('that could not be had are asked for again after a day', async () => {
    const fails: Io = { ...io, fetch: () => Promise.reject(new TypeError('no network')) };
    await pull({ io: fails });
    await pull();
    expect(asked).toEqual([]);
    await pull({ io: { ...io, now: () => new Date('2026-11-24T12:00:01Z') } });
    expect(asked).toHaveLength(2);
  });

  it('broken off are not counted as a try', async () => {
    const stop = new AbortController();
    const stopping: Io = {
      ...io,
      fetch() {
        stop.abort();
        return Promise.reject(new DOMException('stopped', 'AbortError'));
      },
    };
    await pull({ io: stopping, signal: stop.signal });
    expect(await db.pictures.count()).toBe(0);
  });
});
