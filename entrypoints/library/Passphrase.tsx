import { useState } from 'preact/hooks';
import { t, type MessageKey } from '@/utils/i18n';

export interface Secret {
  readonly passphrase: string;
  /** Typed twice, the same both times. */
  readonly isRepeated: boolean;
}

/** Asks for a new passphrase, twice: what is mistyped once would lock the file for good. */
export function Passphrase({ onChange }: { onChange: (secret: Secret) => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const change = (one: string, other: string) => {
    setPassphrase(one);
    setAgain(other);
    onChange({ passphrase: one, isRepeated: one !== '' && one === other });
  };
  const differs = again !== '' && !passphrase.startsWith(again) && passphrase !== again;
  return (
    <div class="backup-fields">
      <Field
        id="backup-passphrase"
        words={t('backupPassphrase')}
        value={passphrase}
        hint={passphrase === '' ? t('backupPassphraseHint') : t(strengthOf(passphrase))}
        onInput={(value) => change(value, again)}
      />
      <Field
        id="backup-again"
        words={t('backupAgain')}
        value={again}
        hint={differs ? t('backupDiffers') : ''}
        onInput={(value) => change(passphrase, value)}
      />
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly words: string;
  readonly value: string;
  readonly hint: string;
  readonly isKnown?: boolean;
  readonly onInput: (value: string) => void;
}

/** A field for a passphrase with what is to be said of it. */
export function Field({ id, words, value, hint, isKnown = false, onInput }: FieldProps) {
  return (
    <div>
      <label class="label" for={id}>
        {words}
      </label>
      <input
        id={id}
        class="field"
        type="password"
        autocomplete={isKnown ? 'current-password' : 'new-password'}
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="second" role="status">
        {hint}
      </p>
    </div>
  );
}

/**
 * Length is what counts when somebody tries all (NIST SP 800-63B, section 5.1.1): how long it would hold, no rules on signs. Signs that
 * repeat count once more only every third time.
 */
function strengthOf(passphrase: string): MessageKey {
  const signs = [...passphrase];
  const length = new Set(signs).size + (signs.length - new Set(signs).size) / 3;
  // A syllable of Hangul is worth about two letters.
  const weight = length + signs.filter((sign) => /\p{Script=Hangul}/u.test(sign)).length;
  if (weight < 8) return 'backupWeak';
  return weight < 14 ? 'backupFair' : 'backupStrong';
}
