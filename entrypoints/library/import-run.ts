import { AppError, toAppError, type ErrorCode } from '@/utils/errors';
import { send } from '@/utils/messages';
import {
  importLimits,
  type ImportItem,
  type ImportOutcome,
  type ImportRequest,
} from '@/utils/messages-import';
import type { Piece } from './import-pieces';

/** What a run needs beside its pieces; tests hand in their own. */
export interface ImportRunParts {
  readonly signal: AbortSignal;
  readonly withoutAsking?: boolean;
  /** Called for each piece, in order. */
  readonly onOutcome: (piece: Piece, outcome: ImportOutcome) => void;
  /** Called after each answer: time to show how far it is. */
  readonly onStep?: () => void;
  readonly ask?: (request: ImportRequest) => Promise<{ readonly outcomes: readonly ImportOutcome[] }>;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => Date;
}

interface Loaded {
  readonly piece: Piece;
  readonly item: ImportItem;
}

/** Faults after which nothing else can go in either. */
const ending: ReadonlySet<ErrorCode> = new Set(['consent-needed', 'storage-full', 'storage-unavailable']);
/** Files that are read together. Each may have ten megabytes. */
const loadedAtOnce = 10;
/** How often a batch is sent again that nobody answered: a browser stops a background at its own time. */
const maxTries = 8;
/** Milliseconds after which we no longer believe that an answer comes. The background answers for a part within 15 s. */
const answerWithin = 90_000;

/**
 * Hands the pieces to the background, batch by batch. The page drives: what was not answered, because the background was
 * stopped, is sent again, and the background knows what it has.
 * @throws AppError for what no piece is to blame for: `consent-needed`, `storage-full`, no background
 */
export async function runImport(pieces: readonly Piece[], parts: ImportRunParts): Promise<void> {
  const since = (parts.now ?? (() => new Date()))().toISOString();
  const { signal, withoutAsking = false } = parts;
  let next = 0;
  let waiting: readonly Loaded[] = [];
  while (!signal.aborted && (next < pieces.length || waiting.length > 0)) {
    const batch = [...waiting];
    while (next < pieces.length && hasRoom(batch)) {
      const some = pieces.slice(next, next + Math.min(loadedAtOnce, importLimits.items - batch.length));
      next += some.length;
      for (const loaded of await Promise.all(some.map((piece) => load(piece, parts)))) {
        if (loaded) batch.push(loaded);
      }
    }
    const answered = Math.min(batch.length, firstFit(batch));
    const now = batch.slice(0, answered);
    const outcomes = now.length > 0 ? await sendBatch(now, { since, withoutAsking }, parts) : [];
    now.slice(0, outcomes.length).forEach(({ piece }, index) => {
      const outcome = outcomes[index];
      if (outcome) parts.onOutcome(piece, outcome);
    });
    waiting = batch.slice(outcomes.length);
    parts.onStep?.();
  }
}

/** The item, or null when its own fault was told. */
async function load(piece: Piece, { onOutcome }: ImportRunParts): Promise<Loaded | null> {
  try {
    return { piece, item: await piece.load() };
  } catch (cause) {
    onOutcome(piece, { outcome: 'failed', error: toAppError(cause).toRecord() });
    return null;
  }
}

function hasRoom(batch: readonly Loaded[]): boolean {
  return batch.length < importLimits.items && sizeOf(batch) < importLimits.bytes;
}

/** How many go into one message: at least one, however large. */
function firstFit(batch: readonly Loaded[]): number {
  let count = 1;
  while (count < batch.length && sizeOf(batch.slice(0, count + 1)) <= importLimits.bytes * 1.4) count += 1;
  return count;
}

function sizeOf(batch: readonly Loaded[]): number {
  return batch.reduce((sum, { item }) => sum + bytesOf(item), 0);
}

function bytesOf(item: ImportItem): number {
  if (item.kind === 'file') return item.base64.length;
  return item.kind === 'text' ? item.text.length : item.url.length;
}

async function sendBatch(
  batch: readonly Loaded[],
  request: Pick<ImportRequest, 'since' | 'withoutAsking'>,
  parts: ImportRunParts,
): Promise<readonly ImportOutcome[]> {
  const { ask = (message) => send('importBadges', message), wait = pause } = parts;
  for (let tries = 1; ; tries += 1) {
    try {
      const { outcomes } = await inTime(ask({ ...request, items: batch.map(({ item }) => item) }));
      if (outcomes.length > 0) return outcomes;
      throw new AppError('unexpected', 'an empty answer');
    } catch (cause) {
      const error = toAppError(cause);
      if (ending.has(error.code) || tries >= maxTries) throw error;
      // Nobody answered, or the background failed as a whole. With one piece less it may be clear which one did it.
      if (error.code !== 'unexpected' && error.code !== 'timeout')
        return batch.map(() => ({ outcome: 'failed', error: error.toRecord() }));
      if (parts.signal.aborted) return [];
      await wait(Math.min(4000, 100 * 2 ** tries));
    }
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('timeout', 'no answer to importBadges')), answerWithin);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
