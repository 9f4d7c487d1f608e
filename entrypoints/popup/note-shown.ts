import { send } from '@/utils/messages';

/** Milliseconds in which what is shown is gathered before it is told. */
const gatherMs = 5_000;

const told = new Set<string>();
const waiting = new Set<string>();

/** Tells the background that pictures were shown: each once while this page is open, many together. */
export function noteShown(keys: readonly string[]): void {
  const fresh = keys.filter((key) => !told.has(key));
  if (fresh.length === 0) return;
  if (waiting.size === 0) setTimeout(tell, gatherMs);
  for (const key of fresh) {
    told.add(key);
    waiting.add(key);
  }
}

function tell(): void {
  const keys = [...waiting];
  waiting.clear();
  // Nothing is lost when nobody hears it: it is only for the order in which pictures go.
  void send('noteShown', { keys }).catch(() => undefined);
}
