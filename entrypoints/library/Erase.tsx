import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import type { ToastMessage } from '@/components/Toast';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';

/** The one thing that cannot be undone, and so the one thing that asks before it is done. */
export function Erase({ say }: { say: (message: ToastMessage | null) => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<ErrorRecord | null>(null);
  const erase = async () => {
    try {
      await send('eraseEverything', {});
      location.hash = 'first-run';
      say({ text: t('erased') });
    } catch (cause) {
      setError(toAppError(cause).toRecord());
    }
    setIsAsking(false);
  };
  return (
    <section class="section">
      <h2>{t('privacyErase')}</h2>
      <p class="second">{t('eraseText')}</p>
      {isAsking ? (
        <Notice tone="error">
          <p>{t('eraseSure')}</p>
          <div class="row-of-buttons">
            <button type="button" class="button danger" onClick={() => void erase()}>
              {t('eraseDo')}
            </button>
            <button type="button" class="button" autofocus onClick={() => setIsAsking(false)}>
              {t('eraseKeep')}
            </button>
          </div>
        </Notice>
      ) : (
        <div class="row-of-buttons">
          <button type="button" class="button danger" onClick={() => setIsAsking(true)}>
            <Trash2 size={16} />
            {t('eraseButton')}
          </button>
        </div>
      )}
      {error && <ErrorNotice error={error} onNext={() => void erase()} />}
    </section>
  );
}
