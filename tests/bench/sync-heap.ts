/** What a background held, in bytes: after a collection before the work, and at the most during it. */
export interface Heap {
  readonly idle: number;
  readonly peak: number;
}

interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}
interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

const everyMs = 50;

/** Looks at the extension's service worker until it is stopped. Looking keeps the worker alive. */
export async function watchHeap(port: number): Promise<{ stop(): Promise<Heap> }> {
  // oxlint-disable-next-line no-restricted-globals -- the debugging port of our own browser
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[];
  const worker = targets.find(({ type }) => type === 'service_worker');
  if (!worker) throw new Error('the extension has no background');
  const { call, close } = await connect(worker.webSocketDebuggerUrl);
  const read = async () => {
    const { usedSize, backingStorageSize = 0 } = await call<Usage>('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
  await call('HeapProfiler.collectGarbage');
  const idle = await read();
  let peak = idle;
  const end = new AbortController();
  const looking = (async () => {
    while (!end.signal.aborted) {
      peak = Math.max(peak, await read());
      await new Promise((done) => setTimeout(done, everyMs));
    }
  })();
  return {
    async stop() {
      end.abort();
      await looking;
      close();
      return { idle, peak };
    },
  };
}

/** One end of the browser's debugging protocol. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', failed, { once: true });
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  return {
    call<T>(method: string): Promise<T> {
      last += 1;
      const id = last;
      socket.send(JSON.stringify({ id, method }));
      return new Promise<T>((done) => waiting.set(id, done as (result: unknown) => void));
    },
    close: () => socket.close(),
  };
}
