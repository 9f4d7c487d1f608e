import { Code, Download, Signature as SignatureIcon } from 'lucide-preact';
import type { ToastMessage } from '@/components/Toast';
import { copyPicture, copySignature, copyText } from '@/entrypoints/popup/clipboard';
import { saveFile } from '@/entrypoints/popup/save-file';
import { noteIfWanted, sayUsed, type Use } from '@/entrypoints/popup/say-used';
import type { Badge } from '@/utils/badge';
import { t } from '@/utils/i18n';
import { makeCodePng } from '@/utils/signature-layouts/code-picture';
import type { Signature } from '@/utils/signature-layouts/signature-layout';
import { toSignatureFile } from '@/utils/signature-render';

interface SignatureCopiesProps {
  readonly signature: Signature;
  /** The same for a file, where that holds more; else null. */
  readonly inFile: Signature | null;
  readonly badges: readonly Badge[];
  readonly isPlain: boolean;
  readonly isStudio: boolean;
  readonly say: (message: ToastMessage | null) => void;
}

/** Every form in which a signature leaves: rich text, text, source, files. */
export function SignatureCopies({ signature, inFile, badges, isPlain, isStudio, say }: SignatureCopiesProps) {
  const report = (work: Promise<void>, done: string) =>
    void work.then(
      () => say({ text: done }),
      () => say({ text: t('copyFailed') }),
    );
  const use: Use = { badges, kind: 'signature', label: '' };
  const reportUse = (work: Promise<void>, done: string) =>
    void work
      .then(() => noteIfWanted(use))
      .then(
        (isNoted) => sayUsed(say, done, use, isNoted),
        () => say({ text: t('copyFailed') }),
      );
  const copyPlain = () => reportUse(copyText(signature.text), t('signaturePlainCopied'));
  const copyRich = () => reportUse(copySignature(Promise.resolve(signature)), t('signatureCopied'));
  const page = badges[0]?.pageUrl ?? null;
  const save = (ending: 'html' | 'htm') => {
    const text = toSignatureFile(inFile ?? signature, t('viewSignature'));
    saveFile(new Blob([text], { type: 'text/html;charset=utf-8' }), `signature.${ending}`);
    say({ text: t('signatureSaved', `signature.${ending}`) });
  };
  return (
    <div class="row-of-buttons">
      <button type="button" class="button main" onClick={isPlain ? copyPlain : copyRich}>
        <SignatureIcon size={16} />
        {t('shareSignature')}
      </button>
      {!isPlain && (
        <button type="button" class="button" onClick={copyPlain}>
          {t('copyPlain')}
        </button>
      )}
      {isStudio && (
        <button
          type="button"
          class="button"
          onClick={() => reportUse(copyText(signature.html), t('signatureSourceCopied'))}
        >
          <Code size={16} />
          {t('signatureCopySource')}
        </button>
      )}
      {isStudio && inFile && page && (
        <button
          type="button"
          class="button"
          onClick={() => report(copyPicture(Promise.resolve(toPngBlob(page))), t('pictureCopied'))}
        >
          {t('signatureCopyQr')}
        </button>
      )}
      {isStudio &&
        (['html', 'htm'] as const).map((ending) => (
          <button key={ending} type="button" class="button" onClick={() => save(ending)}>
            <Download size={16} />
            {t('signatureSave', `.${ending}`)}
          </button>
        ))}
    </div>
  );
}

function toPngBlob(address: string): Blob {
  return new Blob([makeCodePng(address)], { type: 'image/png' });
}
