import { db } from '@/utils/db';
import type { Entry } from '@/utils/entries';
import { withoutStep, withStep, type LinkedInQueue } from '@/utils/linkedin-queue';
import { send } from '@/utils/messages';
import { linkedInQueue } from '@/utils/settings';
import { rememberPlacement } from './remember-placement';

/** The user says that it stands on the profile: that is noted as a place, once, and the next badge follows. */
export async function markAdded(queue: LinkedInQueue, badge: Entry): Promise<void> {
  const ids = badge.proofs.map(({ id }) => id);
  const known = await db.places.where('badgeId').anyOf(ids).toArray();
  const isNoted = known.some(({ kind }) => kind === 'linkedin');
  const place = isNoted ? null : await rememberPlacement(badge, { kind: 'linkedin', knownBy: 'hand' });
  await linkedInQueue.setValue(withStep(queue, 'added', place?.id ?? null));
}

export async function markSkipped(queue: LinkedInQueue): Promise<void> {
  await linkedInQueue.setValue(withStep(queue, 'skipped', null));
}

/** One badge back; the note that its step made is forgotten. */
export async function stepBack(queue: LinkedInQueue): Promise<void> {
  const before = withoutStep(queue);
  if (!before) return;
  if (before.step.placeId !== null) await send('dropPlace', { id: before.step.placeId });
  await linkedInQueue.setValue(before.queue);
}

/** Ends it where it is; what was noted stays. Returns what takes that back. */
export async function stopQueue(queue: LinkedInQueue): Promise<() => Promise<void>> {
  await linkedInQueue.setValue(null);
  return () => linkedInQueue.setValue(queue);
}
