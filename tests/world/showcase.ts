/** Badges that the pages of the world show: one for each verdict. */
export interface Showcase {
  readonly valid: ShownBadge;
  readonly expired: ShownBadge;
  readonly revoked: ShownBadge;
  /** Its assertion declares the id of another badge. */
  readonly forged: ShownBadge;
  /** Nothing is known under this id. */
  readonly unknown: ShownBadge;
}

export interface ShownBadge {
  readonly id: string;
  readonly name: string;
  readonly issuerName: string;
  /** https://www.credly.com/badges/<id> */
  readonly pageUrl: string;
  /** At images.credly.com. */
  readonly imageUrl: string;
}
