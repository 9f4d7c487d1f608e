import type { WebUrl } from './html';

export type SourceId = string & { readonly __sourceId: never };
export type AccountId = string & { readonly __accountId: never };
export type BadgeId = string & { readonly __badgeId: never };

/** One condition of an achievement, as the issuer words it. */
export interface Criterion {
  readonly text: string;
  readonly url: WebUrl | null;
}

/** What was earned. Open Badges 2.0 calls it BadgeClass, 3.0 Achievement. */
export interface Achievement {
  readonly name: string;
  readonly description: string;
  readonly criteria: readonly Criterion[];
  readonly skills: readonly string[];
  /** "Certification", "Learning"…, in the issuer's own word. */
  readonly type: string | null;
  /** "Foundational", "Intermediate"…, in the issuer's own word. */
  readonly level: string | null;
  /** Where the issuer describes the achievement (not this award of it). */
  readonly url: WebUrl | null;
}

export interface Issuer {
  /** The source's own id of the issuer, where it has one. */
  readonly id: string | null;
  readonly name: string;
  readonly url: WebUrl | null;
}

/** What the earner showed. `value` holds what a kind that we do not know says, as text. */
export interface Evidence {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly url: WebUrl | null;
}

/**
 * `public`: anyone can open the page. `private`: accepted, but hidden by the earner. `pending`: not accepted yet.
 * `revoked`: taken back by the issuer. `expired`: the source says so itself, with or without a day. `retired`: the
 * achievement is no longer awarded; what was earned stays earned. `link-only`: a page that shows it and no record behind
 * it. `unknown`: the source does not say.
 */
export type BadgeState =
  'public' | 'private' | 'pending' | 'revoked' | 'expired' | 'retired' | 'link-only' | 'unknown';

/**
 * What a row rests on. `record`: the record of the platform that issued it, or the badge file itself. `copy`: a
 * platform's copy of somebody else's badge, which it did not verify. `page`: what a page says of itself in its metadata.
 */
export type BadgeBasis = 'record' | 'copy' | 'page';

/** A single award of an achievement to the user, from any source. */
export interface Badge {
  readonly id: BadgeId;
  readonly sourceId: SourceId;
  readonly accountId: AccountId;
  readonly achievement: Achievement;
  readonly issuer: Issuer;
  /** The name printed on the badge. */
  readonly recipientName: string | null;
  /**
   * The day (YYYY-MM-DD) as the source prints it, never cut from a moment: offsets vary. Empty where it states none; two
   * such badges have no day in common.
   */
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly evidence: readonly Evidence[];
  readonly state: BadgeState;
  /** The public page that proves it; null for badges that have none (samples, some files). */
  readonly pageUrl: WebUrl | null;
  /** The picture at its issuer, in a size for mail (about 220 px). */
  readonly imageUrl: WebUrl | null;
  /** The id that goes into a credential-id field. */
  readonly credentialId: string | null;
  /**
   * Other names of this very award, by which another source may know it: addresses of its record, its share page as
   * `source:id`, a certificate's number as `issuer#number`. Lower case, made by `sources/known-as.ts`.
   */
  readonly knownAs: readonly string[];
  readonly basis: BadgeBasis;
  /** The first day on which it can be renewed (YYYY-MM-DD); null where there is no such thing, or nobody knows. */
  readonly renewableFrom: string | null;
}

/** A user at a source; or, where `links` is there, the single badges of that source that the user added by their links. */
export interface Account {
  readonly id: AccountId;
  readonly sourceId: SourceId;
  /** How the source names the user: a vanity name or a UUID. `links` for single links. */
  readonly handle: string;
  /** The user's public page there. */
  readonly url: WebUrl | null;
  /** Pages of single badges, in the order in which they were added. */
  readonly links?: readonly WebUrl[];
}

/** The handle of the account that holds the single badges of a source. */
export const linksHandle = 'links';

/** `source:record`, stable over refreshes. Two accounts of one source that list the same record share it: it names one badge. */
export function badgeId(sourceId: SourceId, recordId: string): BadgeId {
  return `${sourceId}:${recordId}` as BadgeId;
}

/** `source:handle`; handles are compared without case because vanity names are. */
export function accountId(sourceId: SourceId, handle: string): AccountId {
  return `${sourceId}:${handle.toLowerCase()}` as AccountId;
}

/** Under what a badge's picture is kept: its address, so that awards of one achievement share it. */
export function pictureKey(badge: Pick<Badge, 'id' | 'imageUrl'>): string {
  return badge.imageUrl ?? badge.id;
}

/** True from the day after the last day. `today` is YYYY-MM-DD in the user's own calendar. */
export function isExpired(badge: Pick<Badge, 'expiresOn'>, today: string): boolean {
  return badge.expiresOn !== null && badge.expiresOn < today;
}

/** The day of a moment in the user's own calendar, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  return `${moment.getFullYear()}-${month}-${String(moment.getDate()).padStart(2, '0')}`;
}
