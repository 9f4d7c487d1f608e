import { describe, expect, it } from 'vitest';
import type { Piece } from '@/entrypoints/library/import-pieces';
import { runImport, type ImportRunParts } from '@/entrypoints/library/import-run';
import type { BadgeId } from '@/utils/badge';
import { AppError } from '@/utils/errors';
import {
  importLimits,
  type ImportItem,
  type ImportOutcome,
  type ImportRequest,
} from '@/utils/messages-import';

const pieceOf = (text: string): Piece => ({
  name: text,
  load: () => Promise.resolve({ kind: 'text', text }),
});
const pieces = (count: number) => Array.from({ length: count }, (_, index) => pieceOf(`badge ${index}`));
const nameOf = (item: ImportItem) => (item.kind === 'text' ? item.text : '');
const added = (item: ImportItem): ImportOutcome => ({
  outcome: 'added',
  badgeId: nameOf(item) as BadgeId,
  name: nameOf(item),
});

interface Seen {
  readonly requests: ImportRequest[];
  readonly outcomes: [string, string][];
}

async function run(all: readonly Piece[], parts: Partial<ImportRunParts> = {}): Promise<Seen> {
  const seen: Seen = { requests: [], outcomes: [] };
  const ask = parts.ask ?? (async ({ items }) => ({ outcomes: items.map(added) }));
  await runImport(all, {
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
    ...parts,
    onOutcome: (piece, { outcome }) => seen.outcomes.push([piece.name, outcome]),
    ask: (request) => {
      seen.requests.push(request);
      return ask(request);
    },
  });
  return seen;
}

describe('runImport', () => {
  it('sends batches, and tells the outcome of each piece once and in order', async () => {
    const { requests, outcomes } = await run(pieces(250));
    expect(requests.map(({ items }) => items.length)).toEqual([100, 100, 50]);
    expect(outcomes.map(([name]) => name)).toEqual(pieces(250).map(({ name }) => name));
    expect(new Set(requests.map(({ since }) => since)).size).toBe(1);
  });

  it('sends a large piece alone, and little ones together', async () => {
    const large = 'x'.repeat(importLimits.bytes * 2);
    const { requests } = await run([pieceOf(large), pieceOf('a'), pieceOf('b'), pieceOf(large)]);
    expect(requests.map(({ items }) => items.length)).toEqual([1, 2, 1]);
  });

  it('brings the rest again when only the first were answered', async () => {
    const ask = async ({ items }: ImportRequest) => ({ outcomes: items.slice(0, 30).map(added) });
    const { outcomes } = await run(pieces(100), { ask });
    expect(outcomes.map(([name]) => name)).toEqual(pieces(100).map(({ name }) => name));
  });

  it('sends a batch again that nobody answered', async () => {
    let tries = 0;
    const ask = async ({ items }: ImportRequest) => {
      tries += 1;
      if (tries % 3 !== 0) throw new Error('message channel closed');
      return { outcomes: items.map(added) };
    };
    const { outcomes, requests } = await run(pieces(120), { ask });
    expect(outcomes).toHaveLength(120);
    expect(requests).toHaveLength(6);
  });

  it('gives up when nobody ever answers, and when nothing else can go in either', async () => {
    await expect(run(pieces(3), { ask: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
    const full = () => Promise.reject(new AppError('storage-full'));
    await expect(run(pieces(300), { ask: full })).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('names a piece that cannot be loaded, and goes on', async () => {
    const broken: Piece = { name: 'broken', load: () => Promise.reject(new AppError('damaged-file')) };
    const { outcomes } = await run([pieceOf('a'), broken, pieceOf('b')]);
    expect(outcomes.toSorted()).toEqual([
      ['a', 'added'],
      ['b', 'added'],
      ['broken', 'failed'],
    ]);
  });

  it('stops between two batches when it is told to', async () => {
    const stop = new AbortController();
    const { outcomes } = await run(pieces(300), { signal: stop.signal, onStep: () => stop.abort() });
    expect(outcomes).toHaveLength(100);
  });
});
