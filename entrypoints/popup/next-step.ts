import { browser } from 'wxt/browser';
import type { AccountId } from '@/utils/badge';
import type { AccountRow } from '@/utils/db';
import type { ErrorCode } from '@/utils/errors';
import { send } from '@/utils/messages';
import { badgeSources } from '@/utils/sources/index';
import { openAddress, showLibrary } from './navigation';

/** The account that an error is about, where there is one. */
type About = AccountRow | null;

/** What is put right where the accounts are. */
const opensAccounts: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'not-an-account',
  'refused-address',
  'source-off',
]);

/** What is seen best at the site itself. */
const opensPage: ReadonlySet<ErrorCode> = new Set(['not-found', 'blocked']);

/** Where a host's own way is closed, a file or a link of the badge still works. */
const opensAdding: ReadonlySet<ErrorCode> = new Set(['sign-in-refused', 'no-badge-api']);

/** Does what the button under an error says (`errorNext_<code>`). Called straight from the click: it may ask for a permission. */
export async function takeNextStep(code: ErrorCode, about: About): Promise<void> {
  if (code === 'consent-needed') return showLibrary('first-run');
  // Seen with their own eyes, people know at once whether the address is wrong, or what the site wants first.
  if (opensPage.has(code) && about?.url) return openAddress(new URL(about.url));
  if (opensAdding.has(code)) return showLibrary('add');
  if (opensAccounts.has(code)) {
    return showLibrary('accounts');
  }
  if (code === 'storage-unavailable') {
    await browser.windows.create({ url: browser.runtime.getURL('/library.html'), incognito: false });
    return undefined;
  }
  if (code === 'permission-needed' && about) await askForHosts(about);
  return refresh(about?.id);
}

async function askForHosts(about: NonNullable<About>): Promise<void> {
  const source = badgeSources.find((candidate) => candidate.id === about.sourceId);
  const origins = [...(source?.hostsOf?.(about) ?? source?.hosts ?? [])];
  if (origins.length > 0) await browser.permissions.request({ origins });
}

async function refresh(accountId: AccountId | undefined): Promise<void> {
  await send('syncAccounts', accountId ? { accountId } : {});
}
