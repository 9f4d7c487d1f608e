import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Notice } from '@/components/Notice';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { db } from '@/utils/db';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t, tn } from '@/utils/i18n';
import { findLoss } from '@/utils/loss';
import { send } from '@/utils/messages';
import { libraryNote } from '@/utils/settings';
import { useLiveQuery } from '@/utils/use-live-query';

/** Says when the browser has lost the library, with the ways to get it back. */
export function LibraryLoss() {
  const note = useSetting(libraryNote) ?? null;
  const loss = useLiveQuery(() => findLoss(note, db), [note?.mark ?? '']);
  const [error, setError] = useState<ErrorRecord | null>(null);
  if (!note || loss.status !== 'ready' || !loss.value) return null;
  const { badges, originals, accounts } = loss.value;
  const ask = (name: 'repairLibrary' | 'acceptLoss') =>
    send(name, {}).catch((cause: unknown) => setError(toAppError(cause).toRecord()));
  return (
    <div class="library-loss">
      <Notice tone="error">
        <p>{tn('lossText', badges)}</p>
        {originals > 0 && <p>{tn('lossOriginals', originals)}</p>}
        <div class="row-of-buttons">
          {accounts.some(({ sourceId }) => sourceId !== 'file') && (
            <button type="button" class="button main" onClick={() => void ask('repairLibrary')}>
              {t('lossRepair')}
            </button>
          )}
          <a class="button" href="#backup">
            {t('lossRestore')}
          </a>
          <button type="button" class="button quiet" onClick={() => void ask('acceptLoss')}>
            {t('lossAccept')}
          </button>
        </div>
      </Notice>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
