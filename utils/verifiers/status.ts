import type { OpenBadgeCredential } from '../open-badges/v3';
import { check, type Check } from '../verification';
import type { VerifyContext } from './verifier';

/** Checks status entries that stand for themselves. */
export async function checkStatusEntries(
  _entries: unknown,
  _context: VerifyContext,
): Promise<readonly Check[]> {
  return [check('not-revoked', 'unknown', 'status lists are not read yet')];
}

/** Whether the credential was taken back, by every entry of its `credentialStatus`. */
export async function checkStatus(
  { status }: OpenBadgeCredential,
  context: VerifyContext,
): Promise<readonly Check[]> {
  return status.length === 0 ? [] : checkStatusEntries(status, context);
}
