import type { BenchBadges } from './verifier-badges.ts';
import { sides, type Side } from './verifier-build.ts';
import { report } from './report.ts';
import type { Answer, Question } from './verifier-worker.ts';

/** A place in which one side of the bench runs. */
export interface Asker {
  ask(question: Question): Promise<Answer>;
  /** Ends the process or worker; the next question starts a new one. */
  restart(): Promise<void>;
}
export type Askers = Readonly<Record<Side, Asker>>;

const coldRounds = 5;
const batches = 25;
/** Milliseconds a batch takes about: browsers' clocks are coarse. */
const batchLength = 40;
const warmUp = 300;

type Times = Readonly<Record<Side, number[]>>;
const noTimes = (): Times => ({ ours: [], bare: [] });

/** All rows in one place, both sides by turns, so that the machine's noise falls on both. */
export async function measureAll(place: string, badges: BenchBadges, askers: Askers): Promise<void> {
  for (const [row, { name }] of badges.rows.entries()) await measureRow(place, name, row, askers);
  for (const page of Object.keys(badges.pages)) await measurePage(place, page, askers);
}

async function measureRow(place: string, name: string, row: number, askers: Askers): Promise<void> {
  const first = noTimes();
  const whole = noTimes();
  for (let round = 0; round < coldRounds; round += 1) {
    for (const side of sides) {
      await askers[side].restart();
      const { load, took } = await askFor(askers[side], { ask: 'first', row });
      first[side].push(took);
      whole[side].push(load + took);
    }
  }
  report(`${place} cold+import: ${name}`, whole.ours, whole.bare);
  report(`${place} first call: ${name}`, first.ours, first.bare);
  const warm = await measureWarm(row, askers);
  report(`${place} warm: ${name}`, warm.ours, warm.bare);
}

async function measureWarm(row: number, askers: Askers): Promise<Times> {
  const calls = { ours: 1, bare: 1 };
  for (const side of sides) {
    await askFor(askers[side], { ask: 'batch', row, calls: warmUp });
    const { took } = await askFor(askers[side], { ask: 'batch', row, calls: 50 });
    calls[side] = Math.max(1, Math.round(batchLength / Math.max(took, 0.01)));
  }
  const times = noTimes();
  for (let batch = 0; batch < batches; batch += 1) {
    for (const side of sides) {
      const { took } = await askFor(askers[side], { ask: 'batch', row, calls: calls[side] });
      times[side].push(took);
    }
  }
  return times;
}

/** In a fresh worker, and again in the same one. CPU of all threads where it can be read, else the clock's time. */
async function measurePage(place: string, page: string, askers: Askers): Promise<void> {
  const cold = noTimes();
  const again = noTimes();
  for (let round = 0; round < coldRounds; round += 1) {
    for (const side of sides) {
      await askers[side].restart();
      for (const times of [cold, again]) {
        const { cpu, took } = await askFor(askers[side], { ask: 'page', page });
        times[side].push(cpu ?? took);
      }
    }
  }
  report(`${place} fresh: ${page}`, cold.ours, cold.bare);
  report(`${place} again: ${page}`, again.ours, again.bare);
}

async function askFor(asker: Asker, question: Question): Promise<Answer> {
  const answer = await asker.ask(question);
  if (answer.error) throw new Error(`${JSON.stringify(question)}: ${answer.error}`);
  return answer;
}
