/**
 * Where a browser of this kind is: the environment's CHROMIUM or FIREFOX, else an installed one, else the Chromium that
 * Playwright downloaded. Null when there is none.
 */
export function findBrowser(kind: 'chromium' | 'firefox'): string | null;

/** Google Chrome and Edge, which no longer load an unpacked extension from the command line. */
export function isBranded(file: string): boolean;
