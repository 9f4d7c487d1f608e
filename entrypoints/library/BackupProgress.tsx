import { t } from '@/utils/i18n';

interface BackupProgressProps {
  readonly words: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** How far it is, and the way out. */
export function BackupProgress({ words, share, onCancel }: BackupProgressProps) {
  const percent = Math.floor(share * 100);
  return (
    <div class="backup-progress">
      <p id="backup-progress-words" class="second" role="status">
        {words}
      </p>
      <progress aria-labelledby="backup-progress-words" max={100} value={percent} />
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={onCancel}>
          {t('backupCancel')}
        </button>
      </div>
    </div>
  );
}
