import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { saveFile } from '@/entrypoints/popup/save-file';
import { t } from '@/utils/i18n';
import { BackupProgress } from './BackupProgress';
import { backupName, makeBackup } from './backup-make';
import { Passphrase, type Secret } from './Passphrase';
import { useTask } from './use-task';
import { formatBytes } from './format-bytes';

/** Saves everything as one file. */
export function BackupMake() {
  const [withPictures, setWithPictures] = useState(true);
  const [isLocked, setIsLocked] = useState(false);
  const [secret, setSecret] = useState<Secret>({ passphrase: '', isRepeated: false });
  const [saved, setSaved] = useState<{ name: string; size: number } | null>(null);
  const task = useTask();
  const isReady = !isLocked || secret.isRepeated;
  const make = () =>
    task.start(async (onShare, signal) => {
      setSaved(null);
      const onProgress = (done: number, total: number) => onShare(done / Math.max(1, total));
      const passphrase = isLocked ? secret.passphrase : null;
      const file = await makeBackup({ withPictures, passphrase, onProgress, signal });
      const name = backupName(new Date());
      saveFile(file, name);
      setSaved({ name, size: file.size });
    });
  return (
    <section class="card" aria-labelledby="backup-make">
      <h2 id="backup-make">{t('backupMake')}</h2>
      <p class="second">{t('backupMakeText')}</p>
      <form
        class="backup-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !task.isBusy) make();
        }}
      >
        <Option words={t('backupWithPictures')} isOn={withPictures} onChange={setWithPictures} />
        <Option words={t('backupLock')} isOn={isLocked} onChange={setIsLocked} />
        {isLocked ? <Passphrase onChange={setSecret} /> : <p class="second">{t('backupOpenText')}</p>}
        {!task.isBusy && (
          <div class="row-of-buttons">
            <button type="submit" class="button main" disabled={!isReady}>
              <Download size={16} />
              {t('backupSave')}
            </button>
          </div>
        )}
      </form>
      {task.isBusy && <BackupProgress words={t('backupMaking')} share={task.share} onCancel={task.cancel} />}
      <p role="status" class="second">
        {saved && t('backupSaved', saved.name, formatBytes(saved.size))}
      </p>
      {task.error && task.error.code !== 'cancelled' && <ErrorNotice error={task.error} onNext={make} />}
    </section>
  );
}

interface OptionProps {
  readonly words: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Option({ words, isOn, onChange }: OptionProps) {
  return (
    <label class="backup-option">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {words}
    </label>
  );
}
