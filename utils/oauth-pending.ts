import { browser } from 'wxt/browser';
import type { PendingSignIn } from './oauth-sign-in';
import type { FoundHost } from './sources/find-host';

/** A sign-in with what it is for. */
export interface PendingHost {
  readonly found: FoundHost;
  readonly signIn: PendingSignIn;
}

const prefix = 'sign-in ';

/**
 * Keeps a sign-in while the user is at the host's page: that may take minutes, and the background is stopped meanwhile.
 * In memory (`storage.session`), never on disk; only our own scripts can read it. One at a time: an older one was left.
 */
export async function keepPending(pending: PendingHost): Promise<string> {
  await forgetPending();
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [`${prefix}${id}`]: pending });
  return id;
}

/** The sign-in with this id, which is then forgotten: an answer counts once. Null when there is none (any more). */
export async function takePending(id: string): Promise<PendingHost | null> {
  const key = `${prefix}${id}`;
  const kept = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  // Ours alone, and not older than this start of the browser: it needs no second look.
  return (kept[key] as PendingHost | undefined) ?? null;
}

/** Forgets every sign-in that is under way. */
export async function forgetPending(): Promise<void> {
  const all = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith(prefix)));
}
