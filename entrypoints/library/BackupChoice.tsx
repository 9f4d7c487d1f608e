import { FileUp } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { useTransfer } from './use-transfer';

interface BackupChoiceProps {
  readonly hasFile: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes the file by picker, drop or paste. */
export function BackupChoice({ hasFile, onFile }: BackupChoiceProps) {
  const field = useRef<HTMLInputElement>(null);
  const onFiles = ([file]: readonly File[]) => file && onFile(file);
  const isOver = useTransfer({ onFiles, onText: () => undefined });
  return (
    <div class={isOver ? 'drop-zone over' : 'drop-zone'}>
      <FileUp size={20} />
      <p class="drop-words">{t('backupDrop')}</p>
      <div class="row-of-buttons">
        <button type="button" class="button" onClick={() => field.current?.click()}>
          {t(hasFile ? 'backupChooseOther' : 'backupChoose')}
        </button>
      </div>
      <input
        ref={field}
        type="file"
        hidden
        accept=".zip,application/zip"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          onFiles(files);
        }}
      />
    </div>
  );
}
