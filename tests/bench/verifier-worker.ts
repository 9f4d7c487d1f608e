import type { BenchBadge, BenchBadges } from './verifier-badges';

/** What the bench asks of a worker (a Node process, a service worker, a background page). Rows and pages by number. */
export type Question =
  | { readonly ask: 'first'; readonly row: number }
  | { readonly ask: 'batch'; readonly row: number; readonly calls: number }
  | { readonly ask: 'page'; readonly page: string };

export interface Answer {
  /** Milliseconds: of a first call, of one call of a batch, of all badges of a page. */
  readonly took: number;
  /** From before the script was read to its end. */
  readonly load: number;
  /** CPU of all threads, where it can be read. */
  readonly cpu: number | null;
  /** Empty, or what went wrong: what does not verify is not worth its time. */
  readonly error: string;
}

/** Makes everything ready that is not to be measured. */
type Prepare = (badge: BenchBadge) => Promise<() => Promise<string>>;

interface Host {
  readonly begun: number;
  readBadges(): Promise<BenchBadges>;
  onQuestion(answer: (question: Question) => Promise<Answer>): void;
}

/** Answers the bench's questions; `begin.js` has left the host's side of it in `benchHost`. */
export function serve(prepare: Prepare): void {
  const host = (globalThis as unknown as { benchHost: Host }).benchHost;
  const load = performance.now() - host.begun;
  let badges: Promise<BenchBadges> | null = null;
  host.onQuestion(async (question) => {
    badges ??= host.readBadges();
    const { rows, pages } = await badges;
    const wanted = question.ask === 'page' ? (pages[question.page] ?? []) : [rows[question.row]];
    const calls = await Promise.all(wanted.filter((badge) => badge !== undefined).map(prepare));
    const repeated = question.ask === 'batch' ? question.calls : 1;
    const measured = await measure(calls, repeated);
    return { ...measured, took: measured.took / repeated, load };
  });
}

async function measure(calls: readonly (() => Promise<string>)[], repeated: number) {
  const cpuBefore = cpuNow();
  const begun = performance.now();
  let error = '';
  for (let round = 0; round < repeated; round += 1) {
    for (const call of calls) {
      const word = await call();
      if (word !== 'valid') error = word;
    }
  }
  const took = performance.now() - begun;
  const cpuAfter = cpuNow();
  return { took, error, cpu: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore };
}

function cpuNow(): number | null {
  if (typeof process === 'undefined' || !('cpuUsage' in process)) return null;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A network that answers at once. */
export function createMemoryIo(answers: Readonly<Record<string, string>>) {
  return {
    now: () => new Date(),
    async fetch(url: string | URL): Promise<Response> {
      const text = answers[String(url)];
      if (text === undefined) throw new Error(`nobody answers at ${String(url)}`);
      const type = text.startsWith('<') ? 'image/svg+xml' : 'application/json';
      return new Response(text, { headers: { 'content-type': type } });
    },
  };
}

/** The bytes of an image; none for the rest. */
export function toBytes({ kind, content }: BenchBadge): Uint8Array {
  return Uint8Array.from(kind === 'png' ? atob(content) : '', (letter) => letter.charCodeAt(0));
}
