import type { CollectionRow } from './collections';
import type {
  AccountRow,
  BadgeRow,
  ClaimRow,
  MergeChoiceRow,
  PictureRow,
  PlacementRow,
  VerificationRow,
} from './db';
import { joinAddresses } from './hashed-address';
import type { PlaceRow } from './placements-kept';

/** What is told apart of two rows of the same name: the one of the library, and the one of the backup. Never loses what only one says. */
export type Merge = (own: never, theirs: never, isNewer: boolean) => unknown;

/**
 * One of each table. What the library has is the user's present word, so it stays, unless the backup knows later: of an
 * account when it was pulled later there (`isNewer`), of everything else by its own date.
 */
export const merges: Readonly<Record<string, Merge>> = {
  accounts: (own: AccountRow, theirs: AccountRow, isNewer) => {
    const links = [...new Set([...(own.links ?? []), ...(theirs.links ?? [])])];
    const { syncedAt, statedTotal, foundTotal, exams } = isNewer ? theirs : own;
    const label = own.label ?? theirs.label;
    const base = { ...own, label, syncedAt, statedTotal, foundTotal, exams, ...joinAddresses(own, theirs) };
    return links.length > 0 ? { ...base, links } : base;
  },
  badges: (own: BadgeRow, theirs: BadgeRow, isNewer) =>
    isNewer ? { ...theirs, isNew: own.isNew, addedAt: earlier(own.addedAt, theirs.addedAt) } : own,
  originals: (own: unknown) => own,
  pictures: (own: PictureRow, theirs: PictureRow) => (own.bytes ? own : theirs),
  grants: (own: unknown) => own,
  mergeChoices: (own: MergeChoiceRow, theirs: MergeChoiceRow) => (theirs.at > own.at ? theirs : own),
  placements: (own: PlacementRow, theirs: PlacementRow) => (theirs.readAt > own.readAt ? theirs : own),
  places: (own: PlaceRow, theirs: PlaceRow) => (theirs.changedAt > own.changedAt ? theirs : own),
  collections: (own: CollectionRow, theirs: CollectionRow) =>
    theirs.changedAt > own.changedAt ? theirs : own,
  claims: (own: ClaimRow, theirs: ClaimRow) =>
    own.resolvedAt === null && theirs.resolvedAt ? { ...own, resolvedAt: theirs.resolvedAt } : own,
  verifications: (own: VerificationRow, theirs: VerificationRow) =>
    theirs.verification.checkedAt > own.verification.checkedAt ? theirs : own,
};

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
