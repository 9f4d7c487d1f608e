import { ownReference } from '@/utils/badge-links';
import type { Entry } from '@/utils/entries';
import { AppError } from '@/utils/errors';
import { send } from '@/utils/messages';
import type { ProofFileReply, ProofFileRequest } from '@/utils/messages-proof';
import { badgeSources } from '@/utils/sources/index';
import { readPng } from './proof-picture';
import { fileNameOf } from './save-file';

export type ProofForm = ProofFileRequest['form'];

/** In the order in which they are offered. */
export const proofForms: readonly ProofForm[] = ['image', 'json'];

/** What each kind of file is called at its end. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'application/json': 'json',
  'application/jose': 'jws',
};

/**
 * The badge as a file that proves itself elsewhere, checked.
 * @throws AppError whatever `makeProofFile` throws; `bad-response` for a file of ours that does not prove anything, which must
 *   not leave: one that was kept is the user's own
 */
export async function makeProof(badge: Entry, form: ProofForm): Promise<ProofFileReply> {
  const badgeIds = [...new Set(badge.proofs.map(({ id }) => id))];
  const png = form === 'image' ? await readPng(badge) : null;
  const file = await send('makeProofFile', { badgeIds, form, png });
  if (file.made !== 'kept' && isFalse(file)) throw new AppError('bad-response', file.verdict);
  return file;
}

/** "Cloud Architect Associate.png" */
export function proofName(badge: Entry, { mediaType }: Pick<ProofFileReply, 'mediaType'>): string {
  return `${fileNameOf(badge.achievement.name)}.${endings[mediaType] ?? 'bin'}`;
}

export function isFalse({ verdict }: Pick<ProofFileReply, 'verdict'>): boolean {
  return verdict === 'invalid' || verdict === 'tampered';
}

/** Whether one of the badge's platforms has a record of it that anybody may ask for. */
export function hasRecord({ proofs }: Entry): boolean {
  return proofs.some((proof) => {
    const reference = ownReference(proof);
    const source = badgeSources.find(({ id }) => id === proof.sourceId);
    return reference !== null && (source?.assertionUrls(reference.id).length ?? 0) > 0;
  });
}
