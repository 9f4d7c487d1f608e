import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import type { BackupHeader, RestoreMode, RestoreReport } from '@/utils/backup';
import { readHeader } from '@/utils/backup-header';
import { openBackup } from '@/utils/backup-read';
import { t } from '@/utils/i18n';
import { BackupChoice } from './BackupChoice';
import { BackupContents } from './BackupContents';
import { BackupProgress } from './BackupProgress';
import { BackupReport } from './BackupReport';
import { restoreBackup } from './backup-restore';
import { Field } from './Passphrase';
import { useTask } from './use-task';

/** A chosen file; `opened` once its beginning could be read. */
interface Chosen {
  readonly file: File;
  readonly header: BackupHeader;
  readonly passphrase: string;
  readonly counts: Readonly<Record<string, number>> | null;
}

/** Brings back what a file has: says what is in it first, and what was done at the end. */
export function BackupRestore() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [report, setReport] = useState<RestoreReport | null>(null);
  const task = useTask();
  const choose = (file: File) =>
    task.start(async () => {
      setChosen(null);
      setReport(null);
      setPassphrase('');
      const header = await readHeader(file);
      setChosen({ file, header, passphrase: '', counts: header.lock === null ? header.counts : null });
    });
  const unlock = ({ file, header }: Chosen) =>
    task.start(async () => {
      const { manifest } = await openBackup(file, passphrase);
      setChosen({ file, header, passphrase, counts: manifest.counts });
      setPassphrase('');
    });
  const restore = ({ file, passphrase: known }: Chosen, mode: RestoreMode) =>
    task.start(async (onProgress, signal) => {
      setReport(await restoreBackup({ file, passphrase: known, mode, onProgress, signal }));
      setChosen(null);
    });
  return (
    <section class="card" aria-labelledby="backup-restore">
      <h2 id="backup-restore">{t('backupRestore')}</h2>
      <p class="second">{t('backupRestoreText')}</p>
      {!task.isBusy && <BackupChoice hasFile={chosen !== null} onFile={choose} />}
      {task.isBusy && <BackupProgress words={t('backupReading')} share={task.share} onCancel={task.cancel} />}
      {chosen && !task.isBusy && chosen.counts === null && (
        <form
          class="backup-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (passphrase !== '') unlock(chosen);
          }}
        >
          <Field
            id="backup-known"
            words={t('backupPassphrase')}
            value={passphrase}
            hint={t('backupLocked')}
            isKnown
            onInput={setPassphrase}
          />
          <div class="row-of-buttons">
            <button type="submit" class="button" disabled={passphrase === ''}>
              {t('backupOpen')}
            </button>
          </div>
        </form>
      )}
      {chosen?.counts && !task.isBusy && (
        <BackupContents
          name={chosen.file.name}
          madeAt={chosen.header.madeAt}
          counts={chosen.counts}
          onRestore={(mode) => restore(chosen, mode)}
        />
      )}
      {task.error?.code === 'cancelled' && <p role="status">{t('backupCancelled')}</p>}
      {task.error?.code === 'unsupported-badge' && <p role="alert">{t('backupNewer')}</p>}
      {task.error && !['cancelled', 'unsupported-badge'].includes(task.error.code) && (
        <ErrorNotice error={task.error} />
      )}
      {report && <BackupReport report={report} />}
    </section>
  );
}
