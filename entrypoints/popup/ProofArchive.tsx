import { Download, Square } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorHappened } from '@/components/ErrorNotice';
import { IconButton } from '@/components/IconButton';
import type { ToastMessage } from '@/components/Toast';
import { fromBase64 } from '@/utils/base64';
import type { Entry } from '@/utils/entries';
import { toAppError, type AppError } from '@/utils/errors';
import { formatNumber, t, tn } from '@/utils/i18n';
import { makeProof, proofForms, proofName, type ProofForm } from './make-proof';
import { saveFile } from './save-file';

interface ProofArchiveProps {
  readonly badges: readonly Entry[];
  readonly say: (message: ToastMessage | null) => void;
}

interface LeftOut {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** More are asked for at their issuers for too long, once a second at most. */
const most = 200;

/** Many badges as files that prove themselves, in one archive: one after another, to be stopped, and what failed by name. */
export function ProofArchive({ badges, say }: ProofArchiveProps) {
  const [busy, setBusy] = useState<{ readonly form: ProofForm; readonly done: number } | null>(null);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const save = async (form: ProofForm) => {
    const control = new AbortController();
    stop.current = control;
    setLeftOut([]);
    const files = new Map<string, Uint8Array>();
    const failed: LeftOut[] = [];
    for (const [done, badge] of badges.entries()) {
      if (control.signal.aborted) break;
      setBusy({ form, done });
      try {
        const file = await makeProof(badge, form);
        files.set(freeName(proofName(badge, file), files), fromBase64(file.base64));
      } catch (cause) {
        failed.push({ id: badge.id, name: badge.achievement.name, why: wordsFor(toAppError(cause)) });
      }
    }
    setBusy(null);
    setLeftOut(failed);
    if (control.signal.aborted) return;
    const name = form === 'image' ? 'badges-with-proof.zip' : 'badges-json.zip';
    if (files.size === 0) return say({ text: t('exportFailed') });
    saveFile(await pack(files), name);
    say({ text: tn('proofFilesSaved', files.size, name) });
  };
  if (badges.length > most) return <li class="second">{t('proofFilesTooMany', formatNumber(most))}</li>;
  return (
    <>
      {proofForms.map((form) => (
        <li key={form}>
          <div class="words">
            <strong>{`${t(`export_${form}`)} (zip)`}</strong>
            <small aria-live="polite">
              {busy?.form === form
                ? t('proofFilesMaking', formatNumber(busy.done + 1), formatNumber(badges.length))
                : t(`exportHint_${form}`)}
            </small>
          </div>
          <div class="buttons">
            {busy?.form === form ? (
              <IconButton icon={Square} label={t('proofFilesStop')} onPress={() => stop.current?.abort()} />
            ) : (
              <IconButton
                icon={Download}
                label={t('exportSave', `${t(`export_${form}`)} (zip)`)}
                disabled={busy !== null}
                onPress={() => void save(form)}
              />
            )}
          </div>
        </li>
      ))}
      {leftOut.length > 0 && (
        <li class="fault">
          <details>
            <summary>{tn('proofFilesLeftOut', leftOut.length)}</summary>
            <ul>
              {leftOut.map(({ id, name, why }) => (
                <li key={id}>
                  <bdi>{name}</bdi>: {why}
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  );
}

function wordsFor(error: AppError): string {
  return error.code === 'unsupported-badge' ? t('proofFileNone') : errorHappened(error.toRecord());
}

/** Two badges may have one name. */
function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const dot = name.lastIndexOf('.');
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    if (!taken.has(free)) return free;
  }
}

/** Loaded when somebody saves: lists of badges do without it. */
async function pack(files: ReadonlyMap<string, Uint8Array>): Promise<Blob> {
  const { zipSync } = await import('fflate');
  // Pictures are packed already.
  return new Blob([zipSync(Object.fromEntries(files), { level: 0 })], { type: 'application/zip' });
}
