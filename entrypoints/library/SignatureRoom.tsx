import { t } from '@/utils/i18n';

/** More than any program takes. */
const most = 1_000_000;

interface SignatureRoomProps {
  readonly ownLength: number;
  readonly onChange: (ownLength: number) => void;
}

/** How long the user's own signature is: told as a number, or counted from what is pasted. Only the number is kept. */
export function SignatureRoom({ ownLength, onChange }: SignatureRoomProps) {
  const set = (length: number) => onChange(Math.min(most, Math.max(0, Math.trunc(length) || 0)));
  const paste = (event: ClipboardEvent) => {
    // Gmail counts the formatting as well. What other programs put around it is counted with it, so this is an upper end.
    const data = event.clipboardData;
    const pasted = data?.getData('text/html') || data?.getData('text/plain') || '';
    event.preventDefault();
    set(pasted.length);
  };
  return (
    <section class="section">
      <h2>{t('signatureRoomHeading')}</h2>
      <p class="second">{t('signatureRoomHint')}</p>
      <div class="contact-fields">
        <label class="filter">
          <span>{t('signatureOwnLength')}</span>
          <input
            class="field"
            type="number"
            min={0}
            max={most}
            value={ownLength}
            onChange={(event) => set(Number(event.currentTarget.value))}
          />
        </label>
        <label class="filter">
          <span>{t('signatureOwnPaste')}</span>
          <textarea
            class="field"
            rows={1}
            value=""
            placeholder={t('signatureOwnPasteHere')}
            onPaste={paste}
            onInput={(event) => {
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
    </section>
  );
}
