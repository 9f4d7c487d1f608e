import { Copy, Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import { fromBase64 } from '@/utils/base64';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { toAppError, type AppError } from '@/utils/errors';
import { t, tMaybe } from '@/utils/i18n';
import type { ProofFileReply } from '@/utils/messages-proof';
import { useLiveQuery } from '@/utils/use-live-query';
import { AskHosts } from './AskHosts';
import { copyText } from './clipboard';
import { hasRecord, isFalse, makeProof, proofForms, proofName, type ProofForm } from './make-proof';
import { saveFile } from './save-file';

interface ProofFilesProps {
  readonly badge: Entry;
  readonly say: (message: ToastMessage | null) => void;
}

/**
 * The badge as files that prove themselves elsewhere: two more lines of the list of exports. Nothing where there is no
 * proof to be had: a page alone has none.
 */
export function ProofFiles({ badge, say }: ProofFilesProps) {
  const ids = [...new Set(badge.proofs.map(({ id }) => id))];
  const kept = useLiveQuery(() => db.originals.where('id').anyOf(ids).count(), [ids.join(' ')]);
  const [busy, setBusy] = useState<ProofForm | null>(null);
  const [fault, setFault] = useState<{ form: ProofForm; error: AppError } | null>(null);
  if (kept.status !== 'ready' || (kept.value === 0 && !hasRecord(badge))) return null;
  const make = async (
    form: ProofForm,
    use: (file: ProofFileReply) => void | Promise<void>,
  ): Promise<void> => {
    setBusy(form);
    setFault(null);
    try {
      await use(await makeProof(badge, form));
    } catch (cause) {
      setFault({ form, error: toAppError(cause) });
    } finally {
      setBusy(null);
    }
  };
  const onSave = (form: ProofForm) => () =>
    void make(form, (file) => {
      const name = proofName(badge, file);
      saveFile(new Blob([fromBase64(file.base64)], { type: file.mediaType }), name);
      say({ text: `${t('exportSaved', name)} ${verdictText(file)}` });
    });
  const onCopy = () =>
    void make('json', async (file) => {
      await copyText(new TextDecoder().decode(fromBase64(file.base64)));
      say({ text: t('exportCopied', t('export_json')) });
    });
  return (
    <>
      {proofForms.map((form) => (
        <li key={form}>
          <div class="words">
            <strong>{t(`export_${form}`)}</strong>
            <small>{t(busy === form ? 'proofFileMaking' : `exportHint_${form}`)}</small>
          </div>
          <div class="buttons">
            {form === 'json' && (
              <IconButton
                icon={Copy}
                label={t('exportCopy', t('export_json'))}
                disabled={busy !== null}
                onPress={onCopy}
              />
            )}
            <IconButton
              icon={Download}
              label={t('exportSave', t(`export_${form}`))}
              disabled={busy !== null}
              onPress={onSave(form)}
            />
          </div>
        </li>
      ))}
      {fault && (
        <li class="fault">
          {fault.error.code === 'permission-needed' ? (
            <AskHosts hosts={[fault.error.message]} onAllowed={onSave(fault.form)} />
          ) : (
            <ErrorNotice error={fault.error.toRecord()} hasKept={false} onNext={onSave(fault.form)} />
          )}
        </li>
      )}
    </>
  );
}

/** What checking the file found, in a sentence: it is out of our hands now. */
function verdictText(file: ProofFileReply): string {
  if (isFalse(file)) return t('proofFileFalse');
  return tMaybe(`proofFile_${file.verdict}`) ?? t('proofFileOpen');
}
