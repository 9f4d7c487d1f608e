import { AppError } from '@/utils/errors';
import type { Sender } from '@/utils/messages';
import { hasConsent } from '@/utils/settings';
import { isSwitchedOn } from './sites';

/** Nothing is read or asked before the user has agreed. */
export async function requireConsent(): Promise<void> {
  if (!(await hasConsent())) throw new AppError('consent-needed');
}

/** Our own pages may always ask; a page of others only while the user has its site switched on. */
export async function requireSwitchedOn(sender: Sender): Promise<void> {
  if (sender.kind === 'page' && !(await isSwitchedOn(sender.origin))) {
    throw new AppError('permission-needed', sender.origin);
  }
}
