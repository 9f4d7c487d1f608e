import { AppError } from '@/utils/errors';
import type * as readModule from '@/utils/read-badge';
import type * as proofModule from '@/utils/proof-file';
import type * as verifyModule from '@/utils/verify';

type Verifier = Pick<typeof verifyModule, 'verify' | 'toReferenceTarget' | 'matchRecipient'> &
  Pick<typeof readModule, 'readBadge' | 'digestOf'> &
  Pick<typeof proofModule, 'makeProofFile'>;

declare global {
  // What `entrypoints/verifier` leaves behind. A `var`, because only those are properties of the global object.
  var lapelPinVerifier: Verifier | undefined;
  /** Of service workers; the types of the DOM do not know it. */
  function importScripts(...addresses: string[]): void;
}

const address = '/verifier.js';

/**
 * Makes the script known to Chrome while the service worker is being installed: later on a worker may import only what
 * it has imported then (Service Workers, "importScripts()"). Firefox's background is a page, and needs none of this.
 */
export function registerVerifier(): void {
  if (!import.meta.env.FIREFOX) globalThis.addEventListener('install', () => importScripts(address));
}

/**
 * The verifier, read and evaluated once in a life of the background.
 * @throws AppError `unexpected` when its script cannot be run
 */
export async function loadVerifier(): Promise<Verifier> {
  if (!globalThis.lapelPinVerifier) await runScript();
  if (globalThis.lapelPinVerifier) return globalThis.lapelPinVerifier;
  throw new AppError('unexpected', `${address} left nothing behind`);
}

function runScript(): Promise<void> | void {
  if (!import.meta.env.FIREFOX) return importScripts(address);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new AppError('unexpected', `${address} was not run`)));
    document.head.append(script);
  });
}
