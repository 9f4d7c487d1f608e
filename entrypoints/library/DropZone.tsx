import { Upload } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Text that was pasted or dropped where no field took it. */
  readonly onText: (text: string) => void;
}

/** Takes files from a drop anywhere in the page, from the clipboard, and from the button that keys can reach. */
export function DropZone({ onFiles, onText }: DropZoneProps) {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useTransfer({ onFiles, onText });
  return (
    <div class={isOver ? 'drop-zone over' : 'drop-zone'}>
      <Upload size={20} />
      <p class="drop-words">{t('verifyDrop')}</p>
      <p class="second">{t('verifyDropHint')}</p>
      <button type="button" class="button" onClick={() => field.current?.click()}>
        {t('verifyChoose')}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        accept=".png,.svg,.json,.jsonld,.jwt,.jws,.txt,image/png,image/svg+xml,application/json"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** Listens on the whole page: whoever misses the zone by an inch must not lose the page to the file. */
function useTransfer(handlers: DropZoneProps): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const over = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (take(event.dataTransfer, latest.current)) event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => {
      // Text pasted into a field is the field's; a picture no field can take.
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea');
      const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
      if ((hasFiles || !isTyping) && take(event.clipboardData, latest.current)) event.preventDefault();
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => stop.abort();
  }, []);
  return isOver;
}

function take(transfer: DataTransfer | null, { onFiles, onText }: DropZoneProps): boolean {
  const files = [...(transfer?.files ?? [])];
  const text = transfer?.getData('text/uri-list') || transfer?.getData('text/plain') || '';
  if (files.length > 0) onFiles(files);
  else if (text.trim() !== '') onText(text);
  return files.length > 0 || text.trim() !== '';
}
