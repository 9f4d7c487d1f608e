import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toMessage, type ClaimMail } from './claim-mails.ts';
import { makeInboxMail } from './inbox-mail.ts';
import { roundcubeRoot, writeConfiguration, type RoundcubePlan } from './roundcube-config.ts';
import type { Showcase } from './showcase.ts';
import { startSmtpSink, type SentMail } from './smtp-sink.ts';

/** A real webmail with one account, some mails in its inbox, and an outside world that is our SMTP sink. */
export interface Roundcube {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** What was sent from it. */
  mails(): Promise<SentMail[]>;
  stop(): Promise<void>;
}

/**
 * Runs both programs and kills their whole group as soon as our end of its input closes: by stop(), or because we are
 * gone, however that came about. The folder goes with them.
 */
const guard = `trap : TERM
dovecot -F -c "$1/dovecot.conf" &
ROUNDCUBE_CONFIG_DIR="$1/config" PHP_CLI_SERVER_WORKERS=3 \\
  php -d session.save_path="$1/temp" -S "127.0.0.1:$2" -t "$3" &
read -r _
kill -TERM 0
sleep 0.2
rm -rf "$1"
kill -KILL 0`;

/** Starts Roundcube where it is installed (Debian and Ubuntu); elsewhere says so once and gives null. */
export async function startRoundcube(
  showcase: Showcase,
  claims: readonly ClaimMail[] = [],
): Promise<Roundcube | null> {
  if (process.platform !== 'linux' || !isInstalled()) {
    console.log('Roundcube is not installed here: the TinyMCE page stands in for it.');
    return null;
  }
  const smtp = await startSmtpSink();
  const user = 'haneul';
  // Not inside the repository: its parents may be closed to www-data, and a socket's path has to be short.
  const folder = mkdtempSync(path.join(tmpdir(), 'lapelpin-roundcube-'));
  const account = findAccount();
  const plan = { folder, imapPort: await freePort(), smtpPort: smtp.port, password: 'secret', account };
  writeConfiguration(plan);
  const to = `${user}@example.org`;
  deliver(plan, user, [makeInboxMail(showcase, to), ...claims.map((mail) => toMessage(mail, to))]);
  const port = await freePort();
  const programs = run(plan, port);
  const stop = async () => {
    await Promise.all([programs.stop(), smtp.stop()]);
  };
  try {
    await waitUntilReady(plan, port);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { port, user, password: plan.password, mails: smtp.mails, stop };
}

/** Dovecot lies in /usr/sbin, which an ordinary user's PATH leaves out. */
const searchPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`;

function isInstalled(): boolean {
  const folders = searchPath.split(':').filter(Boolean);
  const programs = ['dovecot', 'php'];
  return (
    existsSync(roundcubeRoot) &&
    programs.every((program) => folders.some((folder) => existsSync(path.join(folder, program))))
  );
}

/** Ourselves; or www-data in place of root, as whom Dovecot opens no mail. */
function findAccount(): RoundcubePlan['account'] {
  const name = process.getuid?.() === 0 ? ['www-data'] : [];
  const id = (flag: string) => execFileSync('id', [flag, ...name], { encoding: 'utf8' }).trim();
  return { user: id('-un'), group: id('-gn'), uid: Number(id('-u')), gid: Number(id('-g')) };
}

/** In this order: the first mail is number 1 of the inbox. */
function deliver({ folder }: RoundcubePlan, user: string, mails: readonly string[]): void {
  const maildir = path.join(folder, 'home', user);
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(path.join(maildir, name), { recursive: true });
  mails.forEach((mail, index) =>
    writeFileSync(path.join(maildir, 'new', `${1790000000 + index}.1.example.org`), mail),
  );
}

function run({ folder, account }: RoundcubePlan, port: number) {
  const log = openSync(path.join(folder, 'logs', 'programs.log'), 'a');
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
  const child = spawn('sh', ['-c', guard, 'sh', folder, String(port), roundcubeRoot], {
    cwd: folder,
    detached: true,
    env: { ...process.env, PATH: searchPath },
    stdio: ['pipe', log, log],
    ...(process.getuid?.() === 0 ? { uid: account.uid, gid: account.gid } : {}),
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  // The guard must not keep us from ending.
  child.unref();
  return {
    async stop() {
      child.ref();
      child.stdin?.destroy();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Until the sign-in page shows and Dovecot greets. The first request makes the database. */
async function waitUntilReady({ imapPort, folder }: RoundcubePlan, port: number): Promise<void> {
  const end = Date.now() + 15_000;
  while (!((await greets(imapPort)) && (await showsSignIn(port)))) {
    if (Date.now() > end) throw new Error(`Roundcube did not start; see ${folder}/logs`);
    await wait(50);
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('data', (data) => {
      socket.destroy();
      done(data.toString('latin1').startsWith('* OK'));
    });
    socket.once('error', () => done(false));
    socket.setTimeout(5_000, () => {
      socket.destroy();
      done(false);
    });
  });
}

async function showsSignIn(port: number): Promise<boolean> {
  try {
    // oxlint-disable-next-line no-restricted-globals -- a program of this machine, asked by its own test bench
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5_000) });
    return response.ok && (await response.text()).includes('rcmloginuser');
  } catch {
    return false;
  }
}
