import { Upload } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { useTransfer, type TransferHandlers } from './use-transfer';

interface DropZoneProps extends TransferHandlers {
  readonly words?: string;
  readonly hint?: string;
  /** Kinds of files beside badges. */
  readonly alsoAccept?: string;
  /** Offers whole folders, too. */
  readonly withFolders?: boolean;
  readonly children?: ComponentChildren;
}

const accept = '.png,.svg,.json,.jsonld,.jwt,.jws,.txt,image/png,image/svg+xml,application/json';

/** Takes files from a drop anywhere in the page, from the clipboard, and from the buttons that keys can reach. */
export function DropZone({ words, hint, alsoAccept, withFolders, children, ...handlers }: DropZoneProps) {
  const isOver = useTransfer(handlers);
  return (
    <div class={isOver ? 'drop-zone over' : 'drop-zone'}>
      <Upload size={20} />
      <p class="drop-words">{words ?? t('verifyDrop')}</p>
      <p class="second">{hint ?? t('verifyDropHint')}</p>
      <div class="row-of-buttons">
        <Picker
          words={t('verifyChoose')}
          accept={alsoAccept ? `${accept},${alsoAccept}` : accept}
          onFiles={handlers.onFiles}
        />
        {withFolders && <Picker words={t('importChooseFolder')} isFolder onFiles={handlers.onFiles} />}
      </div>
      {children}
    </div>
  );
}

interface PickerProps {
  readonly words: string;
  readonly accept?: string;
  readonly isFolder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function Picker({ words, accept: kinds, isFolder = false, onFiles }: PickerProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => field.current?.click()}>
        {words}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        {...(isFolder ? { webkitdirectory: true } : {})}
        {...(kinds ? { accept: kinds } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
