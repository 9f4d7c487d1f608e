import { imageSize } from 'image-size';
import type { LapelPinDatabase } from './db';
import { toAppError } from './errors';
import type { Io } from './io';
import { storeFetched, wantedPictures, type WantedPicture } from './library-pictures';
import { pictureHosts } from './pace';
import { lackingBytes } from './quota';
import { badgeSources } from './sources/index';
import type { Picture } from './sources/source';

/** Larger art is not stored: decoding 20,000 × 20,000 pixels takes seconds (facts on threats, A2). */
const maxSide = 4096;
const maxBytes = 1_500_000;
/** A picture that could not be had is asked for again after a day. */
const retryMs = 24 * 60 * 60 * 1000;
/** At a time from a host of pictures: such hosts are made for more, but there is no hurry. Others are asked one by one. */
const atOnce = 3;

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

export interface PicturePullParts {
  readonly io: Io;
  readonly db: LapelPinDatabase;
  /** Aborted when the pull is told to stop. */
  readonly signal: AbortSignal;
  /** Called after each picture: sign of life for the browser. */
  readonly onEach: () => Promise<void>;
  /** Lets the pictures of each host stand in one line, however often they are asked for. */
  readonly lane: (host: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * Fetches the pictures that the library lacks. Each is stored by itself, so a stopped background loses none; hosts do
 * not wait for each other.
 */
export async function pullPictures(parts: PicturePullParts): Promise<void> {
  // Space runs short: what is there is worth more than what is shown nowhere yet.
  if ((await lackingBytes(maxBytes)) > 0) return;
  const lacking = await wantedPictures(tryAgainBefore(parts.io), parts.db);
  const lanes = new Map<string, WantedPicture[]>();
  for (const wanted of lacking) {
    const host = wanted.url ? new URL(wanted.url).hostname : '';
    const lane = lanes.get(host) ?? [];
    lane.push(wanted);
    lanes.set(host, lane);
  }
  await Promise.all([...lanes].map(([host, queue]) => parts.lane(host, () => pullLane(host, queue, parts))));
}

async function pullLane(host: string, queue: WantedPicture[], parts: PicturePullParts): Promise<void> {
  const { signal, onEach } = parts;
  const worker = async () => {
    for (let wanted = queue.shift(); wanted && !signal.aborted; wanted = queue.shift()) {
      if (!(await isStillWanted(wanted, parts))) continue;
      const picture = await fetchPicture(wanted, parts);
      // What was broken off was not refused: it must not count as a try.
      if (!signal.aborted && !(await store(wanted, picture, parts))) return;
      await onEach();
    }
  };
  const workers = Object.hasOwn(pictureHosts, host) ? atOnce : 1;
  await Promise.all(Array.from({ length: workers }, worker));
}

/** False when there is no room: the next pull asks again, once something else is gone. */
async function store(
  wanted: WantedPicture,
  picture: Picture | null,
  { io, db }: PicturePullParts,
): Promise<boolean> {
  try {
    await storeFetched(wanted, picture, io.now(), db);
    return true;
  } catch (cause) {
    if (toAppError(cause).code === 'storage-full') return false;
    throw cause;
  }
}

/** False when somebody before us in the line has asked for it. */
async function isStillWanted({ key }: WantedPicture, { io, db }: PicturePullParts): Promise<boolean> {
  const row = await db.pictures.get(key);
  return !row || (row.bytes === null && row.triedAt < tryAgainBefore(io));
}

function tryAgainBefore(io: Io): string {
  return new Date(io.now().getTime() - retryMs).toISOString();
}

/** The picture, or null when there is none to be had: a badge without its picture is still a badge. */
async function fetchPicture(
  { url, badge }: WantedPicture,
  { io, db }: PicturePullParts,
): Promise<Picture | null> {
  const row = await db.badges.get(badge);
  const own = row && badgeSources.find((source) => source.id === row.sourceId)?.picture?.(row);
  if (own || !url) return own ?? null;
  try {
    // Badgr and others send pictures on to where they are stored.
    const response = await io.fetch(url, { accept: 'image/png,image/*;q=0.8', maxBytes, redirect: 'follow' });
    return response.ok ? toPicture(await response.arrayBuffer()) : null;
  } catch {
    // Written to the network log by the io; asked for again tomorrow.
    return null;
  }
}

/** What the bytes are by their own first bytes: names and content types of badge pictures are often wrong. */
export function toPicture(bytes: ArrayBuffer): Picture | null {
  try {
    const { type, width, height } = imageSize(new Uint8Array(bytes));
    const mediaType = type ? mediaTypes[type] : undefined;
    return mediaType && width <= maxSide && height <= maxSide ? { mediaType, bytes } : null;
  } catch {
    return null;
  }
}
