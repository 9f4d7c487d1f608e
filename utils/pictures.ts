import { imageSize } from 'image-size';
import { pictureKey, type Badge } from './badge';
import type { LapelPinDatabase } from './db';
import type { Io } from './io';
import { storePicture } from './library';
import { badgesWithoutPicture } from './library-queries';
import { badgeSources } from './sources/index';
import type { Picture } from './sources/source';

/** Larger art is not stored: decoding 20,000 × 20,000 pixels takes seconds (facts on threats, A2). */
const maxSide = 4096;
const maxBytes = 1_500_000;
/** A picture that could not be had is asked for again after a day. */
const retryMs = 24 * 60 * 60 * 1000;
/** At a time, and between two: image hosts are made for more, but there is no hurry. */
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
}

/** Fetches the pictures that the library lacks. Each is stored by itself, so a stopped background loses none. */
export async function pullPictures({ io, db, signal, onEach }: PicturePullParts): Promise<void> {
  const lacking = await badgesWithoutPicture(new Date(io.now().getTime() - retryMs), db);
  const queue = [...new Map(lacking.map((badge) => [pictureKey(badge), badge])).values()];
  const worker = async () => {
    for (let badge = queue.shift(); badge && !signal.aborted; badge = queue.shift()) {
      const picture = await fetchPicture(badge, io);
      // What was broken off was not refused: it must not count as a try.
      if (!signal.aborted) await storePicture(pictureKey(badge), picture, io.now(), db);
      await onEach();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The picture, or null when there is none to be had: a badge without its picture is still a badge. */
async function fetchPicture(badge: Badge, io: Io): Promise<Picture | null> {
  const own = badgeSources.find((source) => source.id === badge.sourceId)?.picture?.(badge);
  if (own) return own;
  if (!badge.imageUrl) return null;
  try {
    const response = await io.fetch(badge.imageUrl, { accept: 'image/png,image/*;q=0.8', maxBytes });
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
