import { db } from '@/utils/db';
import { createLoggedIo } from '@/utils/network-log';
import { pullPictures } from '@/utils/pictures';
import { inTurn, pictureSignal } from './stops';

/** Fetches the pictures that the library lacks. May be called as often as one likes: each host has one line. */
export async function pullMissingPictures(onEach: () => Promise<void>): Promise<void> {
  const signal = pictureSignal();
  await pullPictures({
    io: createLoggedIo('picture', signal),
    db,
    signal,
    onEach,
    lane: (host, work) => inTurn(`lapelpin-pictures ${host}`, signal, work),
  });
}
