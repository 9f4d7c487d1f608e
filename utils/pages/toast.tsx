import { Toast } from '../../components/Toast';
import { t } from '../i18n';
import type { InsertionRecord, InsertResult } from './editor';
import { mountAtEdge } from './mount';
import { undoInsertion } from './undo-insertion';

/** Milliseconds in which the undo is offered. */
const shownFor = 8000;
const latest = new WeakMap<AbortSignal, AbortController>();

/** Says what became of an insertion and offers to take it back. Only one toast at a time. */
export function sayInserted(
  result: InsertResult,
  root: AbortSignal,
  words = { inserted: t('signatureInserted'), already: t('signatureAlreadyThere') },
): void {
  const say = openToast(root);
  if (!say) return;
  if (result.status === 'already') return say(words.already);
  if (result.status !== 'inserted') return say(t('insertionFailed'));
  const { record, as } = result;
  say(insertedWords(record, as, words.inserted), () => {
    void undoInsertion(record).then((done) => say(t(done ? 'insertionUndone' : 'undoFailed')));
  });
}

/** Says that a field refused it and that it waits on the clipboard. */
export function sayCopied(root: AbortSignal): void {
  openToast(root)?.(t('insertionCopied'));
}

/** Says something in the page. */
export function say(words: string, root: AbortSignal): void {
  openToast(root)?.(words);
}

/** Says that there is no field to insert into, where no popup says it. */
export function sayNoEditor(root: AbortSignal): void {
  openToast(root)?.(t('insertResult_no_editor'));
}

function openToast(root: AbortSignal): ((text: string, onUndo?: () => void) => void) | null {
  if (root.aborted) return null;
  latest.get(root)?.abort();
  const own = new AbortController();
  latest.set(root, own);
  const signal = AbortSignal.any([own.signal, root]);
  const show = mountAtEdge(document.body, signal, root);
  // The region first, the words after it: screen readers speak only what changes in a region they know.
  show(<Toast message={null} />);
  setTimeout(() => own.abort(), shownFor);
  return (text, onUndo) => show(<Toast message={{ text, onUndo }} />);
}

function insertedWords(record: InsertionRecord, as: 'html' | 'text', words: string): string {
  if (record.replaced) return t('signatureReplaced');
  return as === 'text' && record.insertion.html ? t('signatureInsertedAsText') : words;
}
