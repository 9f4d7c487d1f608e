import { focusAtCaret, isBehindWord, select } from './caret';
import { kindOf, type EditorKind, type InsertStep } from './editor-kinds';
import { findBlock, isSameBlock, rangeOver, shapeOf } from './find-block';
import { countTraces, findLinks, hasWords, linkAddress, ownText, traces, type Insertion } from './insertion';
import { noteLastInsertion } from './page-report';
import { takeBack, wait } from './take-back';

/** What is needed to take an insertion back. */
export interface InsertionRecord {
  readonly editor: HTMLElement;
  readonly insertion: Insertion;
  readonly countsBefore: readonly number[];
  /** Links that were there before: not ours. */
  readonly linksBefore: ReadonlySet<Element>;
  readonly textAfter: string;
  /** What stood in its place; null where nothing of ours did. */
  readonly replaced: Replaced | null;
}

export interface Replaced {
  /** The draft before, as `shapeOf` tells it. */
  readonly shapeBefore: string;
}

export type InsertResult =
  | { readonly status: 'inserted'; readonly as: 'html' | 'text'; readonly record: InsertionRecord }
  /** All of it is there already: a second copy would be a fault. */
  | { readonly status: 'already' }
  /** Only a paste in the page's own world is left to try; `resume` goes on after it. */
  | { readonly status: 'needs-page-world'; resume(): Promise<InsertResult> }
  | { readonly status: 'failed' };

/** Milliseconds after which an editor has made up its mind: some take content at once and drop it in the next frame. */
const settled = 350;

export interface InsertOptions {
  /** LinkedIn's editors keep text only and drop everything else without a word. */
  readonly textOnly?: boolean;
  /** Whether the caller can paste in the page's world; content scripts cannot. */
  readonly canPageWorld?: boolean;
  /** A signature takes the place of an earlier one; a single badge stands beside it. */
  readonly replaces?: boolean;
}

/**
 * Puts content at the caret so that the editor's own model knows of it and one Ctrl+Z takes it back. Whether it worked
 * is judged only by finding our links in the editor afterwards: execCommand says yes to much that it did not do.
 */
export async function insertInto(
  editor: HTMLElement,
  insertion: Insertion,
  { textOnly = false, canPageWorld = false, replaces = false }: InsertOptions = {},
): Promise<InsertResult> {
  const note = noteFor(editor);
  const known = findBlock(editor, insertion);
  if (isAlready(editor, insertion, known, replaces)) return note({ status: 'already' });
  const countsBefore = countTraces(editor, insertion);
  const kind = kindOf(editor);
  const block = replaces && !textOnly ? known : null;
  // In place of a signature with pictures bare text would be a loss: then nothing changes.
  const mayBeText = !block;
  const steps = kind.steps.filter((step) =>
    step === 'text' ? mayBeText : !textOnly && (canPageWorld || step !== 'page-paste'),
  );
  const linksBefore = new Set<Element>(editor.querySelectorAll('a[href]'));
  const shapeBefore = shapeOf(editor);
  const textBefore = ownText(editor);
  const before = { countsBefore, linksBefore, shapeBefore, textBefore };
  const attempt: Attempt = { editor, insertion, kind, block, note, ...before };
  focusAtCaret(editor);
  return trySteps(attempt, steps);
}

interface Attempt extends Omit<InsertionRecord, 'textAfter' | 'replaced'> {
  readonly kind: EditorKind;
  /** The earlier signature that it takes the place of. */
  readonly block: Element | null;
  readonly shapeBefore: string;
  readonly textBefore: string;
  readonly note: Note;
}

/** Keeps for the doctor what was tried, and what became of it. */
type Note = <Result extends InsertResult>(result: Result, step?: InsertStep) => Result;

function noteFor(editor: HTMLElement): Note {
  const steps: InsertStep[] = [];
  return (result, step) => {
    if (step) steps.push(step);
    const at = new Date().toISOString();
    noteLastInsertion({ editor: kindOf(editor).id, steps: [...steps], status: result.status, at });
    return result;
  };
}

/**
 * All of it is there: as the very block, or, for what takes nobody's place, within one; in editors that know no tables,
 * by its links and words. Badges without pages are known by their first line. A link in somebody's sentence is no block.
 */
function isAlready(
  editor: HTMLElement,
  insertion: Insertion,
  block: Element | null,
  replaces: boolean,
): boolean {
  if (insertion.links.length === 0 || editor.tagName === 'TEXTAREA') {
    const counts = countTraces(editor, insertion);
    return counts.length > 0 && counts.every((count) => count > 0);
  }
  if (!block)
    return countTraces(editor, insertion).every((count) => count > 0) && hasWords(editor, insertion);
  if (replaces) return isSameBlock(block, insertion);
  const addresses = findLinks(editor).flatMap((link) => (block.contains(link) ? linkAddress(link) : []));
  return traces(insertion).every((trace) => addresses.includes(trace));
}

async function trySteps(attempt: Attempt, steps: readonly InsertStep[]): Promise<InsertResult> {
  const [step, ...later] = steps;
  if (!step) return attempt.note({ status: 'failed' });
  attempt.note({ status: 'failed' }, step);
  if (step === 'page-paste') {
    if (attempt.block && attempt.editor.contains(attempt.block)) select(rangeOver(attempt.block));
    return { status: 'needs-page-world', resume: () => afterStep(attempt, step, later) };
  }
  const { editor, kind, block } = attempt;
  kind.takeNote?.(editor);
  // After the note: editors take it of a caret, not of a selection.
  if (block && editor.contains(block)) select(rangeOver(block));
  carryOut(step, attempt);
  kind.takeNote?.(editor);
  return afterStep(attempt, step, later);
}

function carryOut(step: 'html' | 'text', { editor, insertion, kind }: Attempt): void {
  const document = editor.ownerDocument;
  const line = kind.lineBehind ? '<div><br></div>' : '';
  if (step === 'html') document.execCommand('insertHTML', false, insertion.html + line);
  else insertText(editor, insertion.text);
}

/** Firefox puts line breaks into rich text as they are, and Quill drops them; paragraphs all understand. */
function insertText(editor: HTMLElement, text: string): void {
  const document = editor.ownerDocument;
  const apart = isBehindWord(editor) ? ` ${text}` : text;
  const lines = editor.tagName === 'TEXTAREA' ? [apart] : apart.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) document.execCommand('insertParagraph');
    document.execCommand('insertText', false, line);
  }
}

async function afterStep(
  attempt: Attempt,
  step: InsertStep,
  later: readonly InsertStep[],
): Promise<InsertResult> {
  await wait(settled);
  if (!(attempt.block ? hasNewLinks(attempt) : isThere(attempt))) {
    await takeBack(attempt.editor, attempt.textBefore);
    return trySteps(attempt, later);
  }
  const { kind: _, block, shapeBefore, textBefore: __, note, ...record } = attempt;
  const as = step === 'text' ? 'text' : 'html';
  const replaced = block && !attempt.editor.contains(block) ? { shapeBefore } : null;
  return note({
    status: 'inserted',
    as,
    record: { ...record, textAfter: ownText(attempt.editor), replaced },
  });
}

/** Whether every badge of the insertion has a link that was not there before: in place of others the count may be the same. */
function hasNewLinks({ editor, insertion, linksBefore }: Attempt): boolean {
  const fresh = findLinks(editor).filter((link) => !linksBefore.has(link));
  const addresses = new Set(fresh.map((link) => linkAddress(link)));
  return insertion.links.every((link) => addresses.has(link));
}

/** Whether every trace of the insertion stands in the editor once more than before. */
export function isThere({
  editor,
  insertion,
  countsBefore,
}: Pick<InsertionRecord, 'editor' | 'insertion' | 'countsBefore'>): boolean {
  const counts = countTraces(editor, insertion);
  return counts.length > 0 && counts.every((count, index) => count > (countsBefore[index] ?? 0));
}
