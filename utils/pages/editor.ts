import { focusAtCaret, isBehindWord } from './caret';
import { kindOf, type EditorKind, type InsertStep } from './editor-kinds';
import { countTraces, ownText, type Insertion } from './insertion';

/** What is needed to take an insertion back. */
export interface InsertionRecord {
  readonly editor: HTMLElement;
  readonly insertion: Insertion;
  readonly countsBefore: readonly number[];
  /** Links that were there before: not ours. */
  readonly linksBefore: ReadonlySet<Element>;
  readonly textAfter: string;
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
}

/**
 * Puts content at the caret so that the editor's own model knows of it and one Ctrl+Z takes it back. Whether it worked
 * is judged only by finding our links in the editor afterwards: execCommand says yes to much that it did not do.
 */
export async function insertInto(
  editor: HTMLElement,
  insertion: Insertion,
  { textOnly = false, canPageWorld = false }: InsertOptions = {},
): Promise<InsertResult> {
  const countsBefore = countTraces(editor, insertion);
  if (countsBefore.length > 0 && countsBefore.every((count) => count > 0)) return { status: 'already' };
  const kind = kindOf(editor);
  const steps = kind.steps.filter(
    (step) => step === 'text' || (!textOnly && (canPageWorld || step !== 'page-paste')),
  );
  const linksBefore = new Set<Element>(editor.querySelectorAll('a[href]'));
  const attempt: Attempt = { editor, insertion, kind, countsBefore, linksBefore };
  focusAtCaret(editor);
  return trySteps(attempt, steps);
}

interface Attempt extends Omit<InsertionRecord, 'textAfter'> {
  readonly kind: EditorKind;
}

async function trySteps(attempt: Attempt, steps: readonly InsertStep[]): Promise<InsertResult> {
  const [step, ...later] = steps;
  if (!step) return { status: 'failed' };
  if (step === 'page-paste') {
    return { status: 'needs-page-world', resume: () => afterStep(attempt, step, later) };
  }
  const { editor, kind } = attempt;
  kind.takeNote?.(editor);
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
  if (!isThere(attempt)) return trySteps(attempt, later);
  const { kind: _, ...record } = attempt;
  const as = step === 'text' ? 'text' : 'html';
  return { status: 'inserted', as, record: { ...record, textAfter: ownText(attempt.editor) } };
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

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
