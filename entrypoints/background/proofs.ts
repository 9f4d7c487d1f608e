import { fromBase64, toBase64 } from '@/utils/base64';
import { ownReference } from '@/utils/badge-links';
import { db } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { readOriginal } from '@/utils/library-imports';
import type { HandlersOf } from '@/utils/messages';
import type { ProofMessages } from '@/utils/messages-proof';
import { createLoggedIo } from '@/utils/network-log';
import type { BadgeId } from '@/utils/badge';
import type { ProofOrigin } from '@/utils/proof-file';
import { loadVerifier } from './load-verifier';
import { requireConsent } from './require';

/** Badges as files that prove themselves elsewhere. */
export const proofHandlers: HandlersOf<ProofMessages> = {
  async makeProofFile({ badgeIds, form, png }) {
    await requireConsent();
    const origin = await findOrigin(badgeIds);
    if (!origin) throw new AppError('unsupported-badge', badgeIds.join(' '));
    const { makeProofFile } = await loadVerifier();
    const io = createLoggedIo('verification');
    const file = await makeProofFile(origin, form, png === null ? null : fromBase64(png), io);
    const { bytes, mediaType, made, verdict } = file;
    return { base64: toBase64(bytes), mediaType, made, verdict };
  },
};

/** What is kept comes before what must be asked for; within both, the order of the records. */
async function findOrigin(ids: readonly BadgeId[]): Promise<ProofOrigin | null> {
  for (const id of ids) {
    const original = await readOriginal(id);
    if (original) {
      return { kind: 'kept', bytes: new Uint8Array(original.bytes), mediaType: original.mediaType };
    }
  }
  const { toReferenceTarget } = await loadVerifier();
  for (const id of ids) {
    const badge = await db.badges.where('id').equals(id).first();
    const reference = badge && ownReference(badge);
    const target = reference && toReferenceTarget(reference);
    if (target) return { kind: 'hosted', target };
  }
  return null;
}
