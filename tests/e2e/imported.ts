import type { Tab } from './driver.ts';

/** What was imported, as the database has it. */
export interface Imported {
  readonly name: string;
  readonly issuerName: string;
  readonly originalName: string;
  readonly mediaType: string;
  /** SHA-256 of the original, in hex. */
  readonly sha256: string;
  readonly hasPicture: boolean;
}

/** Everything that was imported, in the order of its names; also whether any part of it is missing. */
export function readImported(tab: Tab): Promise<readonly Imported[]> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
      open.addEventListener('upgradeneeded', () => open.transaction?.abort());
    });
    const names = ['badges', 'originals', 'pictures'];
    const transaction = database.transaction(names);
    const all = (name: string) =>
      new Promise<Record<string, unknown>[]>((done) => {
        const request = transaction.objectStore(name).getAll();
        request.addEventListener('success', () => done(request.result as Record<string, unknown>[]));
      });
    const [badges = [], originals = [], pictures = []] = await Promise.all(names.map(all));
    database.close();
    const own = badges.filter(({ accountId }) => accountId === 'file:file');
    const toHex = (digest: ArrayBuffer) =>
      [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const byId = new Map(originals.map((original) => [original['id'], original] as const));
    const keys = new Set(pictures.filter(({ bytes }) => bytes).map(({ key }) => key));
    const read = own.map(async ({ id, achievement, issuer, imageUrl }) => {
      const original = byId.get(id) as { name: string; mediaType: string; bytes: ArrayBuffer } | undefined;
      return {
        name: (achievement as { name: string }).name,
        issuerName: (issuer as { name: string }).name,
        originalName: original?.name ?? '',
        mediaType: original?.mediaType ?? '',
        sha256: original ? toHex(await crypto.subtle.digest('SHA-256', original.bytes)) : '',
        hasPicture: keys.has(imageUrl ?? id),
      };
    });
    const result = await Promise.all(read);
    // Nothing lies about that belongs to no badge.
    if (originals.length !== own.length)
      throw new Error(`${originals.length} originals of ${own.length} badges`);
    return result.toSorted((a, b) => (a.originalName < b.originalName ? -1 : 1));
  });
}

/** How many badges there are, without reading them. */
export function countImported(tab: Tab): Promise<number> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
      open.addEventListener('upgradeneeded', () => open.transaction?.abort());
    });
    const request = database.transaction('badges').objectStore('badges').count();
    const count = await new Promise<number>((done) => {
      request.addEventListener('success', () => done(request.result));
    });
    database.close();
    return count;
  });
}
