import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { filesOf } from './transfer-files';

export interface TransferHandlers {
  readonly onFiles: (files: readonly File[]) => void;
  /** Text that was pasted or dropped where no field took it. */
  readonly onText: (text: string) => void;
  /** True for an address that should be taken before the files that come with it: a link's picture is not its badge. */
  readonly isBetter?: (address: string) => boolean;
}

/** Listens on the whole page: whoever misses the zone by an inch must not lose the page to the file. */
export function useTransfer(handlers: TransferHandlers): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(handlers);
  latest.current = handlers;
  // With the zone itself: a file that is dropped a moment after it shows must not replace the page.
  useLayoutEffect(() => {
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

function take(transfer: DataTransfer | null, { onFiles, onText, isBetter }: TransferHandlers): boolean {
  if (!transfer) return false;
  const addresses = addressesIn(transfer);
  const best = addresses.find((address) => isBetter?.(address));
  const hasFiles = transfer.files.length > 0 || [...transfer.items].some(({ kind }) => kind === 'file');
  const text = best ?? addresses[0] ?? transfer.getData('text/plain');
  // The browser takes the list of files back when this turn ends, so they are asked for now.
  if (!best && hasFiles) void filesOf(transfer).then(onFiles);
  else if (text.trim() !== '') onText(text);
  return hasFiles || text.trim() !== '';
}

/** What was dragged out of a page: links (RFC 2483, "text/uri-list"), and the picture in what was dragged. */
function addressesIn(transfer: DataTransfer): string[] {
  const lines = transfer.getData('text/uri-list').split(/\r?\n/);
  const links = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return [...links, ...pictureIn(transfer.getData('text/html'))];
}

/** Parsed into a document of its own, in which nothing runs or loads. */
function pictureIn(html: string): string[] {
  if (html === '') return [];
  const picture = new DOMParser().parseFromString(html, 'text/html').querySelector('img');
  const address = picture?.getAttribute('src') ?? '';
  return /^https:\/\//i.test(address) ? [address] : [];
}
