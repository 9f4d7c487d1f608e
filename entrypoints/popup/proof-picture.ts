import { pictureKey, type Badge } from '@/utils/badge';
import { toBase64 } from '@/utils/base64';
import { db } from '@/utils/db';
import { toPng } from './picture-png';

/** The kept picture of a badge as PNG in Base64: a PNG as it came, anything else drawn. Null while there is none. */
export async function readPng(badge: Pick<Badge, 'id' | 'imageUrl'>): Promise<string | null> {
  const row = await db.pictures.get(pictureKey(badge));
  if (!row?.bytes) return null;
  const { mediaType, bytes } = row;
  if (mediaType === 'image/png') return toBase64(new Uint8Array(bytes));
  const drawn = await toPng({ mediaType, bytes });
  return toBase64(new Uint8Array(await drawn.arrayBuffer()));
}
