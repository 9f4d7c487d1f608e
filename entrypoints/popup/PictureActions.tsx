import { Copy, Download, Image as ImageIcon } from 'lucide-preact';
import type { ToastMessage } from '@/components/Toast';
import { pictureKey, type Badge } from '@/utils/badge';
import { db } from '@/utils/db';
import { t } from '@/utils/i18n';
import type { Picture } from '@/utils/sources/source';
import { useLiveQuery } from '@/utils/use-live-query';
import { copyPicture } from './clipboard';
import { toPng } from './picture-png';
import { fileNameOf, saveFile } from './save-file';

interface PictureActionsProps {
  readonly badge: Badge;
  readonly say: (message: ToastMessage | null) => void;
  /** Opens the workshop of the share image. */
  readonly onImage: () => void;
}

/** What there is to do with the badge as a picture. */
export function PictureActions({ badge, say, onImage }: PictureActionsProps) {
  const key = pictureKey(badge);
  const found = useLiveQuery(async () => (await db.pictures.get(key)) ?? null, [key]);
  const row = found.status === 'ready' ? found.value : null;
  return (
    <div class="row-of-buttons">
      {row?.bytes && (
        <AsPng badge={badge} say={say} picture={{ mediaType: row.mediaType, bytes: row.bytes }} />
      )}
      <button type="button" class="button" onClick={onImage}>
        <ImageIcon size={16} />
        {t('cardOpen')}
      </button>
    </div>
  );
}

interface AsPngProps extends Omit<PictureActionsProps, 'onImage'> {
  readonly picture: Picture;
}

/** The badge's picture as PNG, for where a link or an SVG is not taken. */
function AsPng({ badge, say, picture }: AsPngProps) {
  const save = async (png: Promise<Blob>) => saveFile(await png, `${fileNameOf(badge.achievement.name)}.png`);
  const report = async (work: Promise<void>, done: string) => {
    const isDone = await work.then(
      () => true,
      () => false,
    );
    say({ text: isDone ? done : t('pictureFailed') });
  };
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => void report(copyPicture(toPng(picture)), t('pictureCopied'))}
      >
        <Copy size={16} />
        {t('pictureCopy')}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => void report(save(toPng(picture)), t('pictureSaved'))}
      >
        <Download size={16} />
        {t('pictureSave')}
      </button>
    </>
  );
}
