import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode, runsTypeScript } from './processes.mjs';

/**
 * Goes on in the Node that the lockfile brings, when another one started us: runs the same file again there and ends
 * with its exit code. Returns when that is not needed, or there is none and this Node will do.
 */
export async function runAgainOnProjectNode(file) {
  const node = projectNode();
  if (process.env.LAPELPIN_NODE === node || path.resolve(process.execPath) === node) return;
  if (node === process.execPath) {
    if (runsTypeScript()) return;
    console.error(`Node ${process.versions.node} is too old here: use Node 24.`);
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(file), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      LAPELPIN_NODE: node,
      // npm's scripts take the first `node` of the PATH.
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    },
  });
  // The terminal sends Ctrl+C to both of us; the other one ends first, in its own good time.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  const code = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
  process.exit(code);
}
