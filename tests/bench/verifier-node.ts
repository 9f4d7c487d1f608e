import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { folderOf, type Side } from './verifier-build.ts';
import type { Asker, Askers } from './verifier-measure.ts';
import type { Answer, Question } from './verifier-worker.ts';

/** Both sides in Node; the second thing returned ends them. */
export async function startNode(): Promise<readonly [Askers, () => Promise<void>]> {
  const askers = { ours: createNodeAsker('ours'), bare: createNodeAsker('bare') };
  const stop = async () => Object.values(askers).forEach((asker) => asker.stop());
  return [askers, stop];
}

/** Each in a process of its own. */
function createNodeAsker(side: Side): Asker & { stop(): void } {
  let child: ChildProcess | null = null;
  const stop = () => {
    child?.kill();
    child = null;
  };
  return {
    stop,
    restart: async () => stop(),
    async ask(question: Question) {
      child ??= fork(path.join(folderOf(side), 'begin-node.cjs'));
      const over = new AbortController();
      const listening = { signal: over.signal };
      const ended = once(child, 'exit', listening).then(() =>
        Promise.reject(new Error(`${side}: ended by itself`)),
      );
      const answered = once(child, 'message', listening).then(([answer]) => answer as Answer);
      child.send(question);
      try {
        return await Promise.race([answered, ended]);
      } finally {
        // Of thousands of questions each would leave its listeners behind.
        ended.catch(() => {});
        over.abort();
      }
    },
  };
}
