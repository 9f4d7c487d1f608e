import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PictureUrl } from '@/components/BadgeImage';
import { pictureKey, type Badge } from '@/utils/badge';
import { db } from '@/utils/db';
import { useLiveQuery } from '@/utils/use-live-query';
import { noteShown } from './note-shown';

/** Object URLs kept for rows that were in sight; older ones are given back. */
const keepCount = 300;

export type PictureOf = (badge: Badge) => PictureUrl;

/**
 * Pictures of the badges in sight, as object URLs. Reads only what is not there yet, follows pictures that arrive, and
 * gives every URL back.
 */
export function usePictures(badges: readonly Badge[]): PictureOf {
  const urls = useRef(new Map<string, string>());
  const [, setTick] = useState(0);
  const keys = [...new Set(badges.map(pictureKey))];
  const lacking = keys.filter((key) => !urls.current.has(key));
  const id = lacking.join('\n');
  const found = useLiveQuery(async () => ({ id, rows: await db.pictures.bulkGet(lacking) }), [id]);
  const rows = found.status === 'ready' && found.value.id === id ? found.value.rows : null;
  useMemo(() => {
    for (const row of rows ?? []) {
      if (!row?.bytes || urls.current.has(row.key)) continue;
      urls.current.set(row.key, URL.createObjectURL(new Blob([row.bytes], { type: row.mediaType })));
    }
  }, [rows]);
  useEffect(() => {
    revokeOldest(urls.current, new Set(keys));
    noteShown(keys);
    // Redraws once so that the query starts anew without the pictures that came.
    if (rows?.some((row) => row?.bytes)) setTick((tick) => tick + 1);
  }, [rows]);
  useEffect(() => () => revokeAll(urls.current), []);
  // A picture that could not be had has no bytes; while nothing was read, nothing is said.
  return (badge) =>
    urls.current.get(pictureKey(badge)) ?? (rows || found.status === 'failed' ? null : undefined);
}

function revokeOldest(urls: Map<string, string>, inSight: ReadonlySet<string>): void {
  for (const [key, url] of urls) {
    if (urls.size <= keepCount) return;
    if (inSight.has(key)) continue;
    URL.revokeObjectURL(url);
    urls.delete(key);
  }
}

function revokeAll(urls: Map<string, string>): void {
  for (const url of urls.values()) URL.revokeObjectURL(url);
  urls.clear();
}
