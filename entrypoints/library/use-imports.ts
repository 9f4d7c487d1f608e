import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountId, BadgeId } from '@/utils/badge';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { send } from '@/utils/messages';
import type { ImportOutcome } from '@/utils/messages-import';
import type { Understood, UnderstoodAddress } from '@/utils/understand';
import { toAddressPiece, toPieces, toTextPiece, type Failure, type Piece } from './import-pieces';
import { runImport } from './import-run';

/** A badge that lies at hosts which the browser was not let ask yet. */
export interface WaitingPiece {
  readonly piece: Piece;
  readonly hosts: readonly string[];
}

/** How far an import is, and what became of it. */
export interface ImportState {
  readonly phase: 'idle' | 'reading' | 'running' | 'done';
  readonly total: number;
  readonly done: number;
  readonly added: ReadonlySet<BadgeId>;
  readonly known: ReadonlySet<BadgeId>;
  /** Badges of sources, which fetch them by themselves. */
  readonly linked: number;
  /** Lines of LinkedIn's own export. */
  readonly placements: number;
  readonly failures: readonly Failure[];
  readonly waiting: readonly WaitingPiece[];
  readonly wasStopped: boolean;
  /** What ended all of it. */
  readonly error: ErrorRecord | null;
  /** Accounts that were connected, to be followed while they are pulled. */
  readonly accounts: readonly AccountId[];
}

export interface Imports {
  readonly state: ImportState;
  readonly bringFiles: (files: readonly File[]) => void;
  /** Profiles and links go to their sources; everything else is read here. The page has asked for the hosts before. */
  readonly bringUnderstood: (understood: Understood) => void;
  /** Brings again what was waiting: the browser lets us ask now, or the user does without. */
  readonly bringWaiting: (withoutAsking: boolean) => void;
  readonly stop: () => void;
}

const nothing: ImportState = {
  phase: 'idle',
  total: 0,
  done: 0,
  added: new Set(),
  known: new Set(),
  linked: 0,
  placements: 0,
  failures: [],
  waiting: [],
  wasStopped: false,
  error: null,
  accounts: [],
};

/** Brings badges in, one thing after the other, for as long as this page is open. */
export function useImports(): Imports {
  const [state, setState] = useState(nothing);
  const latest = useRef(nothing);
  const queue = useRef(Promise.resolve());
  const current = useRef(new AbortController());
  useEffect(() => () => current.current.abort(), []);
  /** Counted at once, shown when there is something to see: five thousand outcomes are fifty pictures. */
  const note = (change: Partial<ImportState>) => {
    latest.current = { ...latest.current, ...change };
  };
  const show = (change: Partial<ImportState> = {}) => {
    note(change);
    setState(latest.current);
  };
  const runOne = async (work: (signal: AbortSignal) => Promise<void>) => {
    current.current = new AbortController();
    const { signal } = current.current;
    show({ ...nothing, phase: 'reading', accounts: latest.current.accounts });
    await work(signal).catch((cause: unknown) => note({ error: toAppError(cause).toRecord() }));
    show({ phase: 'done', wasStopped: signal.aborted });
  };
  const enqueue = (work: (signal: AbortSignal) => Promise<void>) => {
    queue.current = queue.current.then(() => runOne(work));
  };
  const run = async (pieces: readonly Piece[], signal: AbortSignal, withoutAsking = false) => {
    show({ phase: 'running', total: latest.current.total + pieces.length });
    const onOutcome = (piece: Piece, outcome: ImportOutcome) => note(count(latest.current, piece, outcome));
    await runImport(pieces, { signal, withoutAsking, onOutcome, onStep: show });
  };
  return {
    state,
    bringFiles: (files) =>
      enqueue(async (signal) => {
        const { pieces, refused, placements } = await toPieces(files, new Date());
        if (placements.length > 0) await send('storePlacements', { placements });
        note({
          failures: refused,
          placements: placements.length,
          total: refused.length + placements.length,
          done: refused.length + placements.length,
        });
        await run(pieces, signal);
      }),
    bringUnderstood: (understood) =>
      enqueue(async (signal) => {
        const parts = understood.kind === 'several' ? understood.parts : [understood];
        const named = parts.filter((part) => part.kind === 'account' || part.kind === 'link');
        note({ total: named.length });
        for (const part of named) show(await countNamed(latest.current, part, named.length === 1));
        await run(parts.flatMap(toPiece), signal);
      }),
    bringWaiting: (withoutAsking) => {
      const { waiting } = latest.current;
      enqueue((signal) =>
        run(
          waiting.map(({ piece }) => piece),
          signal,
          withoutAsking,
        ),
      );
    },
    stop: () => current.current.abort(),
  };
}

function toPiece(part: Understood): Piece[] {
  if (part.kind === 'address') return [toAddressPiece(part.url)];
  return part.kind === 'json' || part.kind === 'token' ? [toTextPiece(part.text)] : [];
}

/** Hands a profile or a link to its source. Alone, its fault is the answer; among others, a line in their list. */
async function countNamed(
  state: ImportState,
  part: Extract<UnderstoodAddress, { kind: 'account' | 'link' }>,
  isAlone: boolean,
): Promise<Partial<ImportState>> {
  const done = state.done + 1;
  try {
    if (part.source.standing === 'unofficial')
      await send('switchSource', { sourceId: part.source.id, on: true });
    if (part.kind === 'link') {
      await send('addLink', { sourceId: part.source.id, link: part.link });
      return { done, linked: state.linked + 1 };
    }
    const { accountId } = await send('connectAccount', { input: part.input });
    return { done, accounts: [...new Set([...state.accounts, accountId])] };
  } catch (cause) {
    const error = toAppError(cause);
    if (isAlone) throw error;
    const name = part.kind === 'link' ? part.link : part.account.handle;
    return { done, failures: [...state.failures, { name, error: error.toRecord() }] };
  }
}

/** The state with one more outcome. */
function count(state: ImportState, piece: Piece, result: ImportOutcome): Partial<ImportState> {
  const done = state.done + 1;
  if (result.outcome === 'linked') return { done, linked: state.linked + 1 };
  if (result.outcome === 'needs-hosts')
    return { done, waiting: [...state.waiting, { piece, hosts: result.hosts }] };
  if (result.outcome === 'failed')
    return { done, failures: [...state.failures, { name: piece.name, error: result.error }] };
  const { badgeId } = result;
  // The same file twice in a folder is one badge.
  if (result.outcome === 'known' && !state.added.has(badgeId))
    return { done, known: withOne(state.known, badgeId) };
  return { done, added: withOne(state.added, badgeId) };
}

/** The set is this page's own: it grows in place, for a copy of thousands at each step would take longer than the import. */
function withOne(set: ReadonlySet<BadgeId>, id: BadgeId): ReadonlySet<BadgeId> {
  return set instanceof Set && set.size > 0 ? set.add(id) : new Set([id]);
}
