import { Copy, Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ErrorNotice } from '@/components/ErrorNotice';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import { ownReference } from '@/utils/badge-links';
import { fromBase64 } from '@/utils/base64';
import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { AppError, toAppError } from '@/utils/errors';
import { t, tMaybe } from '@/utils/i18n';
import { send } from '@/utils/messages';
import type { ProofFileReply, ProofFileRequest } from '@/utils/messages-proof';
import { badgeSources } from '@/utils/sources/index';
import { useLiveQuery } from '@/utils/use-live-query';
import { AskHosts } from './AskHosts';
import { copyText } from './clipboard';
import { readPng } from './proof-picture';
import { fileNameOf, saveFile } from './save-file';

interface ProofFilesProps {
  readonly badge: Entry;
  readonly say: (message: ToastMessage | null) => void;
}

type Form = ProofFileRequest['form'];

/** What each kind of file is called at its end. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'application/json': 'json',
  'application/jose': 'jws',
};

/**
 * The badge as files that prove themselves elsewhere: two more lines of the list of exports. Nothing where there is no
 * proof to be had: a page alone has none.
 */
export function ProofFiles({ badge, say }: ProofFilesProps) {
  const ids = [...new Set(badge.proofs.map(({ id }) => id))];
  const kept = useLiveQuery(() => db.originals.where('id').anyOf(ids).count(), [ids.join(' ')]);
  const [busy, setBusy] = useState<Form | null>(null);
  const [fault, setFault] = useState<{ form: Form; error: AppError } | null>(null);
  if (kept.status !== 'ready' || (kept.value === 0 && !badge.proofs.some(hasRecord))) return null;
  const make = async (form: Form, use: (file: ProofFileReply) => void | Promise<void>): Promise<void> => {
    setBusy(form);
    setFault(null);
    try {
      const png = form === 'image' ? await readPng(badge) : null;
      const file = await send('makeProofFile', { badgeIds: ids, form, png });
      // A file of ours that does not prove anything must not leave; one that was kept is the user's own.
      if (file.made !== 'kept' && isFalse(file)) throw new AppError('bad-response', file.verdict);
      await use(file);
    } catch (cause) {
      setFault({ form, error: toAppError(cause) });
    } finally {
      setBusy(null);
    }
  };
  const onSave = (form: Form) => () =>
    void make(form, (file) => {
      const name = `${fileNameOf(badge.achievement.name)}.${endings[file.mediaType] ?? 'bin'}`;
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
      {forms.map((form) => (
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

const forms: readonly Form[] = ['image', 'json'];

function isFalse({ verdict }: ProofFileReply): boolean {
  return verdict === 'invalid' || verdict === 'tampered';
}

/** What checking the file found, in a sentence: it is out of our hands now. */
function verdictText(file: ProofFileReply): string {
  if (isFalse(file)) return t('proofFileFalse');
  return tMaybe(`proofFile_${file.verdict}`) ?? t('proofFileOpen');
}

/** Whether the badge's platform has a record of it that anybody may ask for. */
function hasRecord(proof: Entry['proofs'][number]): boolean {
  const reference = ownReference(proof);
  const source = badgeSources.find(({ id }) => id === proof.sourceId);
  return reference !== null && (source?.assertionUrls(reference.id).length ?? 0) > 0;
}
