import { pictureKey, type Badge } from '@/utils/badge';
import { db } from '@/utils/db';
import { uiLanguage } from '@/utils/i18n';
import { signature as signatureItem } from '@/utils/settings';
import type { Signature } from '@/utils/signature-layouts/signature-layout';
import { renderSignature } from '@/utils/signature-render';

/** A signature of these badges as the user has set it up last. @throws Error for no badges */
export async function makeStoredSignature(badges: readonly Badge[]): Promise<Signature> {
  const [setting, mediaTypes] = await Promise.all([signatureItem.getValue(), readPictureTypes(badges)]);
  const signature = renderSignature(badges, setting, { uiLanguage: uiLanguage(), mediaTypes });
  if (!signature) throw new Error('nothing to sign with');
  return signature;
}

/** What the bytes of stored pictures are, by the address of the picture: mail does not show every kind. */
export async function readPictureTypes(badges: readonly Badge[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.pictures.bulkGet(badges.map(pictureKey));
  return new Map(rows.flatMap((row) => (row?.bytes ? [[row.key, row.mediaType] as const] : [])));
}
