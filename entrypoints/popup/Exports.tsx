import { ExportMenu, exportName } from '@/components/ExportMenu';
import type { ToastMessage } from '@/components/Toast';
import type { Badge } from '@/utils/badge';
import type { Entry } from '@/utils/entries';
import type { Export, ExportedFile } from '@/utils/exports/export';
import { t, uiLanguage } from '@/utils/i18n';
import { copySignature, copyText } from './clipboard';
import { PrintLine } from './PrintLine';
import { ProofFiles } from './ProofFiles';
import { saveFile } from './save-file';

interface ExportsProps {
  readonly badges: readonly Badge[];
  /** The one badge with its proofs, where it is one. */
  readonly entry?: Entry;
  readonly say: (message: ToastMessage | null) => void;
}

/** Copies and saves what the menu offers. */
export function Exports({ badges, entry, say }: ExportsProps) {
  const render = (item: Export) =>
    item.render(badges, { language: uiLanguage().startsWith('ko') ? 'ko' : 'en', now: new Date() });
  const onCopy = (item: Export) =>
    void copy(render(item)).then(
      () => say({ text: t('exportCopied', exportName(item)) }),
      () => say({ text: t('exportFailed') }),
    );
  const onSave = (item: Export) => {
    const file = render(item);
    save(file);
    say({ text: t('exportSaved', file.fileName) });
  };
  return (
    <ExportMenu badges={badges} onCopy={onCopy} onSave={onSave}>
      {entry && <ProofFiles badge={entry} say={say} />}
      <PrintLine badges={badges} />
    </ExportMenu>
  );
}

function copy({ body, plain }: ExportedFile): Promise<void> {
  return plain === undefined
    ? copyText(body)
    : copySignature(Promise.resolve({ html: body, text: plain, links: [] }));
}

function save({ mediaType, fileName, body }: ExportedFile): void {
  saveFile(new Blob([body], { type: `${mediaType};charset=utf-8` }), fileName);
}
