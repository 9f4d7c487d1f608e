import type { Badge } from '@/utils/badge';
import { fromBase64 } from '@/utils/base64';
import { ownReference, type BadgeReference } from '@/utils/badge-links';
import { AppError } from '@/utils/errors';
import { rememberVerification } from '@/utils/library';
import { readOriginal } from '@/utils/library-imports';
import { readVerification } from '@/utils/library-queries';
import { maxVerifiedBytes, type VerifyRequest } from '@/utils/messages';
import { createLoggedIo } from '@/utils/network-log';
import { askRegistries } from '@/utils/settings';
import type { KnownVerification, Verification } from '@/utils/verification';
import { loadVerifier } from './load-verifier';

/** A result younger than this is not asked for again, however often the mark is pressed. */
const freshMs = 60_000;
/** Older results are not shown beside a badge any more: it may have been taken back since. */
const shownMs = 7 * 24 * 60 * 60 * 1000;

/** Checks a badge that a page or the library names: the one way to an address there is through its source. */
export async function checkReference(reference: BadgeReference): Promise<KnownVerification> {
  const { toReferenceTarget, verify } = await loadVerifier();
  const target = toReferenceTarget(reference);
  if (!target) throw new AppError('unsupported-badge', reference.sourceId);
  const last = await readVerification(reference);
  if (last && isFresh(last.verification)) return last;
  return rememberVerification(reference, await verify(target, createLoggedIo('verification')));
}

/**
 * Checks a badge of the library: what is kept with its original (imported files, what an API listed with its proof) by that,
 * byte for byte; what a source can name by its record; anything else by its page. Null when there is nothing to check.
 */
export async function checkOwn(badge: Badge): Promise<KnownVerification | null> {
  const original = await readOriginal(badge.id);
  const reference = ownReference(badge, original !== null);
  if (!reference) return null;
  const { toReferenceTarget, verify } = await loadVerifier();
  if (!original && toReferenceTarget(reference)) return checkReference(reference);
  const last = await readVerification(reference);
  if (last && isFresh(last.verification)) return last;
  // What was fetched from an address is asked for there again: it may have been taken back since.
  const address = original ? original.from : badge.pageUrl;
  const target = address ? new URL(address) : original && new Uint8Array(original.bytes);
  return target && rememberVerification(reference, await verify(target, createLoggedIo('verification')));
}

/** The last results for a badge while they are worth showing in a page. */
export async function readShown(reference: BadgeReference): Promise<KnownVerification | null> {
  const last = await readVerification(reference);
  return last && isYoungerThan(last.verification, shownMs) ? last : null;
}

/** Checks what the user brought. Nothing of it is stored; only the requests that it took are noted in the log. */
export async function verifyContent({ content, recipient }: VerifyRequest): Promise<Verification> {
  const target = content.kind === 'file' ? fromBase64(content.base64) : content.text;
  if (target.length > maxVerifiedBytes)
    throw new AppError('too-large', `more than ${maxVerifiedBytes} bytes`);
  const { verify } = await loadVerifier();
  return verify(target, createLoggedIo('verification'), {
    mayAskRegistries: await askRegistries.getValue(),
    ...(recipient ? { recipient } : {}),
  });
}

function isFresh(verification: Verification): boolean {
  return verification.verdict !== 'unverifiable' && isYoungerThan(verification, freshMs);
}

function isYoungerThan({ checkedAt }: Verification, milliseconds: number): boolean {
  return Date.now() - Date.parse(checkedAt) < milliseconds;
}
