import { ExportMenu, exportName } from '@/components/ExportMenu';
import type { ToastMessage } from '@/components/Toast';
import type { Badge } from '@/utils/badge';
import type { Export, ExportedFile } from '@/utils/exports/export';
import { t, uiLanguage } from '@/utils/i18n';
import { copySignature, copyText } from './clipboard';

interface ExportsProps {
  readonly badges: readonly Badge[];
  readonly say: (message: ToastMessage | null) => void;
}

/** Copies and saves what the menu offers. */
export function Exports({ badges, say }: ExportsProps) {
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
  return <ExportMenu badges={badges} onCopy={onCopy} onSave={onSave} />;
}

function copy({ body, plain }: ExportedFile): Promise<void> {
  return plain === undefined
    ? copyText(body)
    : copySignature(Promise.resolve({ html: body, text: plain, links: [] }));
}

function save({ mediaType, fileName, body }: ExportedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([body], { type: `${mediaType};charset=utf-8` }));
  link.download = fileName;
  link.click();
  // The browser reads it after the click; by then the page may not have been left.
  addEventListener('pagehide', () => URL.revokeObjectURL(link.href), { once: true });
}
