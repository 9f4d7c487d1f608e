import { t } from '@/utils/i18n';

export interface ToastMessage {
  readonly text: string;
  /** Takes back what was done. */
  readonly onUndo?: (() => void) | undefined;
  /** Notes where the badge was put, at the user's wish. */
  readonly onNote?: (() => void) | undefined;
}

/** A line that says what was done, and takes it back. The region stays in the page so that it is read aloud. */
export function Toast({ message }: { message: ToastMessage | null }) {
  return (
    <output class="toast">
      {message && <span class={message.onUndo || message.onNote ? undefined : 'plain'}>{message.text}</span>}
      {message?.onNote && (
        <button type="button" class="button" onClick={message.onNote}>
          {t('placeNote')}
        </button>
      )}
      {message?.onUndo && (
        <button type="button" class="button" onClick={message.onUndo}>
          {t('undo')}
        </button>
      )}
    </output>
  );
}
