import type { BadgeId, BadgeState } from './badge';
import type { WebUrl } from './html';

/** What kind of place it is; what can be done there follows from it. */
export const placeKinds = ['signature', 'linkedin', 'readme', 'website', 'resume', 'post', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** How long the user's own words for a place may be. */
export const maxPlaceLabel = 80;

/** Where the user put a badge, remembered at his wish. What LinkedIn's own export tells stands in `placements`. */
export interface PlaceRow {
  readonly id: string;
  readonly badgeId: BadgeId;
  /** The badge's name at that time: it is said even when the badge is gone from the library. */
  readonly badgeName: string;
  readonly kind: PlaceKind;
  /** The user's own words for the place; empty for those of its kind. */
  readonly label: string;
  /** The place's own address, where it has one and the user told it. */
  readonly url: WebUrl | null;
  /** The day on which it was put there (YYYY-MM-DD). */
  readonly placedOn: string;
  /** How the badge stood at that time. */
  readonly stateThen: BadgeState;
  readonly expiresOnThen: string | null;
  /** Seen by our own button, or told by the user. */
  readonly knownBy: 'us' | 'hand';
  /** When the row was last written; the later of two wins when a backup is merged. */
  readonly changedAt: string;
}
