import { useEffect, useState } from 'preact/hooks';
import type { ToastMessage } from '@/components/Toast';
import { toAppError } from '@/utils/errors';
import { formatNumber, t } from '@/utils/i18n';
import { send } from '@/utils/messages';
import { formatBytes } from './format-bytes';

/** What one press frees. */
const freedAtOnce = 100_000_000;

interface Room {
  readonly usage: number;
  readonly quota: number;
  /** Null where the browser has no such thing. */
  readonly isPersisted: boolean | null;
}

/** How much room the library takes, whether the browser may clear it away, and the button that makes room. */
export function BackupStorage({ say }: { say: (message: ToastMessage | null) => void }) {
  const [room, setRoom] = useState<Room | null>(null);
  const look = () => void readRoom().then(setRoom);
  useEffect(look, []);
  const keep = async () => {
    const isKept = await navigator.storage.persist().catch(() => false);
    say({ text: t(isKept ? 'storageKept' : 'storageNotKept') });
    look();
  };
  const free = async () => {
    try {
      const { pictures, bytes } = await send('freeSpace', { bytes: freedAtOnce });
      say({ text: t('storageFreed', formatNumber(pictures), formatBytes(bytes)) });
    } catch (cause) {
      say({
        text: t(
          toAppError(cause).code === 'storage-unavailable' ? 'error_storage_unavailable' : 'error_unexpected',
        ),
      });
    }
    look();
  };
  if (!room) return null;
  return (
    <section class="card" aria-labelledby="storage-title">
      <h2 id="storage-title">{t('storageTitle')}</h2>
      <p>{t('storageUsed', formatBytes(room.usage), formatBytes(room.quota))}</p>
      <p class="second">{t(room.isPersisted ? 'storagePersisted' : 'storageUnpersisted')}</p>
      <div class="row-of-buttons">
        {room.isPersisted === false && (
          <button type="button" class="button" onClick={() => void keep()}>
            {t('storagePersist')}
          </button>
        )}
        <button type="button" class="button" onClick={() => void free()}>
          {t('storageFree')}
        </button>
      </div>
      <p class="second">{t('storageFreeText')}</p>
    </section>
  );
}

async function readRoom(): Promise<Room> {
  const estimate: StorageEstimate = (await navigator.storage?.estimate().catch(() => undefined)) ?? {};
  const { usage = 0, quota = 0 } = estimate;
  const isPersisted = (await navigator.storage?.persisted?.().catch(() => null)) ?? null;
  return { usage, quota, isPersisted };
}
