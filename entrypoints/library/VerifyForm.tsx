import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { DropZone } from './DropZone';
import { kindOf, type Brought } from './verify-target';

interface VerifyFormProps {
  readonly recipient: string;
  readonly onRecipient: (typed: string) => void;
  /** Compares everything that was checked with whom it should belong to; null while that would change nothing. */
  readonly onAgain: (() => void) | null;
  readonly onVerify: (brought: readonly Brought[]) => void;
}

/** Where files are dropped and links, JSON and tokens pasted; says what it understood before anybody is asked. */
export function VerifyForm({ recipient, onRecipient, onAgain, onVerify }: VerifyFormProps) {
  const [text, setText] = useState('');
  const kind = kindOf(text);
  const verifyText = () => {
    if (kind === 'empty') return onAgain?.();
    onVerify([{ kind: 'text', text }]);
    setText('');
  };
  const verifyFiles = (files: readonly File[]) => onVerify(files.map((file) => ({ kind: 'file', file })));
  return (
    <form
      class="verify-form"
      onSubmit={(event) => {
        event.preventDefault();
        verifyText();
      }}
    >
      <DropZone onFiles={verifyFiles} onText={setText} />
      <div>
        <label class="label" for="verify-text">
          {t('verifyText')}
        </label>
        <textarea
          id="verify-text"
          class="field"
          rows={2}
          spellcheck={false}
          autocomplete="off"
          placeholder="https://"
          aria-describedby="verify-understood"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A link is one line: Enter sends it, as everywhere. In JSON Enter is a new line.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || kind !== 'link') return;
            event.preventDefault();
            verifyText();
          }}
        />
        <output id="verify-understood" class="second">
          {sayUnderstood(text)}
        </output>
      </div>
      <div>
        <label class="label" for="verify-recipient">
          {t('verifyRecipient')}
        </label>
        <input
          id="verify-recipient"
          class="field"
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('verifyRecipientExample')}
          aria-describedby="verify-recipient-hint"
          value={recipient}
          onInput={(event) => onRecipient(event.currentTarget.value)}
        />
        <p id="verify-recipient-hint" class="second">
          {t('verifyRecipientHint')}
        </p>
      </div>
      <div class="row-of-buttons">
        <button type="submit" class="button main" disabled={kind === 'empty' && !onAgain}>
          {t(kind === 'empty' && onAgain ? 'checkAgain' : 'verifyDo')}
        </button>
      </div>
    </form>
  );
}

function sayUnderstood(text: string): string {
  const kind = kindOf(text);
  if (kind === 'link') return t('verifyKind_link', new URL(text.trim()).hostname);
  if (kind === 'json') return t('verifyKind_json');
  if (kind === 'token') return t('verifyKind_token');
  return t(kind === 'empty' ? 'verifyKind_empty' : 'verifyKind_unknown');
}
