import { check, type Check } from '../verification';
import type { VerifyContext } from './verifier';

/** Checks status entries that stand for themselves. */
export async function checkStatusEntries(
  _entries: unknown,
  _context: VerifyContext,
): Promise<readonly Check[]> {
  return [check('not-revoked', 'unknown', 'status lists are not read yet')];
}
