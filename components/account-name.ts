import { linksHandle } from '@/utils/badge';
import type { AccountRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { badgeSources } from '@/utils/sources/index';

/** The account in words: the user's own name for it, or "Credly haneul-kim". */
export function accountName(account: AccountRow): string {
  return account.label ?? accountOwnName(account);
}

/** What it is called without a name of the user's. */
export function accountOwnName({ sourceId, handle, links, url }: AccountRow): string {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  const name = source?.name ?? sourceId;
  if (links || handle === linksHandle) return t('syncLinksAccount', name);
  if (source?.isLocal) return t('syncFilesAccount');
  if (url === null && source?.hosts.length === 0 && !source.hostsOf) return t('sampleAccount');
  // A transcript's handle ends with its share id, which says nothing to people.
  const [user = handle, share] = sourceId === 'microsoft-learn' ? handle.split('/') : [];
  return share ? t('accountTranscript', name, user) : `${name} ${handle}`;
}
