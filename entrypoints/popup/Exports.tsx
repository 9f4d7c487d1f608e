import { ExportMenu, exportName } from '@/components/ExportMenu';
import type { ToastMessage } from '@/components/Toast';
import type { Entry } from '@/utils/entries';
import type { Export, ExportedFile } from '@/utils/exports/export';
import { t, uiLanguage } from '@/utils/i18n';
import type { PlaceKind } from '@/utils/placements-kept';
import { copySignature, copyText } from './clipboard';
import { PrintLine } from './PrintLine';
import { ProofArchive } from './ProofArchive';
import { ProofFiles } from './ProofFiles';
import { saveFile } from './save-file';
import { noteIfWanted, sayUsed, type Use } from './say-used';

interface ExportsProps {
  readonly badges: readonly Entry[];
  readonly say: (message: ToastMessage | null) => void;
}

/** Where people put what they copied. */
const kinds: Readonly<Record<string, PlaceKind>> = {
  'readme-markdown': 'readme',
  'html-card': 'website',
  'credly-embed': 'website',
  'json-ld': 'website',
  'json-resume': 'resume',
  'europass-text': 'resume',
  latex: 'resume',
  word: 'resume',
};

/** Copies and saves what the menu offers. */
export function Exports({ badges, say }: ExportsProps) {
  const [first] = badges;
  const render = (item: Export) =>
    item.render(badges, { language: uiLanguage().startsWith('ko') ? 'ko' : 'en', now: new Date() });
  const onCopy = (item: Export) =>
    void copy(render(item)).then(
      () => sayCopied(item),
      () => say({ text: t('exportFailed') }),
    );
  const sayCopied = async (item: Export) => {
    const kind = kinds[item.id];
    const text = t('exportCopied', exportName(item));
    if (!kind) return say({ text });
    const use: Use = { badges: badges.filter((badge) => item.accepts(badge)), kind, label: '' };
    sayUsed(say, text, use, await noteIfWanted(use));
  };
  const onSave = (item: Export) => {
    const file = render(item);
    save(file);
    say({ text: t('exportSaved', file.fileName) });
  };
  return (
    <ExportMenu badges={badges} onCopy={onCopy} onSave={onSave}>
      {badges.length === 1 && first ? (
        <ProofFiles badge={first} say={say} />
      ) : (
        <ProofArchive badges={badges} say={say} />
      )}
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
