import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { ToastMessage } from '@/components/Toast';
import { accountId, linksHandle } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { fileAccount } from '@/utils/sources/file';

interface RemoveBadgeProps {
  /** With everything that proves it, where there is more than one. */
  readonly badge: BadgeRow & { readonly proofs?: readonly BadgeRow[] };
  readonly say: (message: ToastMessage | null) => void;
}

/** Takes out what the user added himself, a file or a single link; what a source lists stays for as long as it is listed. */
export function RemoveBadge({ badge, say }: RemoveBadgeProps) {
  const [error, setError] = useState<ErrorRecord | null>(null);
  const own = (badge.proofs ?? [badge]).filter(isRemovable);
  if (own.length === 0) return null;
  const remove = async (row: BadgeRow) => {
    setError(null);
    try {
      const { undo } = await send('removeImported', { badgeId: row.id });
      // All of it waits here: in the library nothing is left of what was taken out.
      const onUndo = () => {
        say(null);
        void send('restoreImported', { undo });
      };
      say({ text: t('importRemoved', row.achievement.name), onUndo });
    } catch (cause) {
      setError(toAppError(cause).toRecord());
    }
  };
  return (
    <div class="section">
      {own.map((row) => (
        <div key={row.id} class="section">
          <p class="second">
            {t(row.accountId === fileAccount.id ? 'importRemoveFile' : 'importRemoveLink')}
          </p>
          <div class="row-of-buttons">
            <button type="button" class="button danger" onClick={() => void remove(row)}>
              <Trash2 size={16} />
              {t('importRemove')}
            </button>
          </div>
        </div>
      ))}
      {error && <ErrorNotice error={error} hasKept={false} />}
    </div>
  );
}

function isRemovable(row: BadgeRow): boolean {
  return row.accountId === fileAccount.id || row.accountId === accountId(row.sourceId, linksHandle);
}
