/**
 * In place of the package `setimmediate`, which makes a function of a text as a last resort: no browser of ours goes
 * there, but add-on stores look for it. rdf-canonize wants no more than to go on a little later.
 */
globalThis.setImmediate ??= ((callback: () => void) => queueMicrotask(callback)) as typeof setImmediate;
