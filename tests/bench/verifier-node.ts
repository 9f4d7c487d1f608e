import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { folderOf, type Side } from './verifier-build.ts';
import type { Asker } from './verifier-measure.ts';
import type { Answer, Question } from './verifier-worker.ts';

/** A side of the bench in a Node process of its own. */
export function createNodeAsker(side: Side): Asker & { stop(): void } {
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
      child.send(question);
      const [answer] = (await once(child, 'message')) as [Answer];
      return answer;
    },
  };
}
