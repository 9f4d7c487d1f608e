import { pictureKey, type Badge } from '@/utils/badge';
import { db } from '@/utils/db';
import type { CardPicture } from '@/utils/share-card/draw';
import { tintOf } from '@/utils/share-card/tint';
import { isVector, toCanvas } from './picture-png';

/** Pixels of the longer side: more than any card shows. */
const longest = 1024;
/** A colour is seen in so few pixels. */
const sampleSide = 48;

/** The badge's picture from the library, ready to be drawn; null where there is none or it cannot be drawn. */
export async function readCardPicture(badge: Pick<Badge, 'id' | 'imageUrl'>): Promise<CardPicture | null> {
  const row = await db.pictures.get(pictureKey(badge));
  if (!row?.bytes) return null;
  const picture = { mediaType: row.mediaType, bytes: row.bytes };
  const image = await toCanvas(picture, longest).catch(() => null);
  if (!image) return null;
  return {
    image,
    width: image.width,
    height: image.height,
    isVector: isVector(picture),
    tint: tintOf(pixelsOf(image)),
  };
}

function pixelsOf(image: HTMLCanvasElement): Uint8ClampedArray {
  const small = document.createElement('canvas');
  small.width = sampleSide;
  small.height = sampleSide;
  const context = small.getContext('2d', { willReadFrequently: true });
  context?.drawImage(image, 0, 0, sampleSide, sampleSide);
  return context?.getImageData(0, 0, sampleSide, sampleSide).data ?? new Uint8ClampedArray();
}
