import type { AccountId } from '@/utils/badge';

/**
 * What can be told to stop in this life of the background. Nothing here must outlive it: what is under way is in the
 * database.
 */
let life = new AbortController();
let pictures = new AbortController();
const lists = new Map<AccountId, AbortController>();

/** Ends everything. What begins afterwards begins with a new one. */
export function stopAll(): void {
  life.abort();
  life = new AbortController();
}

/** Ends the requests for one account's list. */
export function stopList(id: AccountId): void {
  lists.get(id)?.abort();
  lists.delete(id);
}

/** Ends the requests for pictures. */
export function stopPictures(): void {
  pictures.abort();
  pictures = new AbortController();
}

/** Of everything. */
export function whole(): AbortController {
  return life;
}

/** For one account's list. */
export function listSignal(id: AccountId): AbortSignal {
  const own = lists.get(id) ?? new AbortController();
  lists.set(id, own);
  return AbortSignal.any([life.signal, own.signal]);
}

/** For pictures. */
export function pictureSignal(): AbortSignal {
  return AbortSignal.any([life.signal, pictures.signal]);
}

/** Does `work` when it is its turn: one at a time for each name, in all of this browser. Not at all when it is told to stop. */
export async function inTurn(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(name, { signal }, () => work());
  } catch (cause) {
    // What waits in line is told so by an exception.
    if (!signal.aborted) throw cause;
  }
}
