import { accountId, type Account, type SourceId } from '../badge';
import { withoutPages } from './badges-of';
import type { BadgeSource } from './source';

const id = 'file' as SourceId;

/** The one account of this source: what the user brought in by hand, as a file, a text, or from an address. */
export const fileAccount: Account = { id: accountId(id, 'file'), sourceId: id, handle: 'file', url: null };

/**
 * Badges that the user has as files. There is nothing to pull: they are read when they come in (`read-badge.ts`) and kept
 * with their original. Its account is made with the first of them.
 */
export const file: BadgeSource = {
  id,
  // The pages say it in words of the user's language (`syncFilesAccount`).
  name: 'Files',
  words: [],
  hosts: [],
  isLocal: true,
  examples: [],
  parseAccount: () => null,
  askedAt: 'installation',
  ...withoutPages,
  fetchRecords: async () => ({ records: [], statedTotal: null, nextCursor: null }),
  toBadges: () => [],
};
