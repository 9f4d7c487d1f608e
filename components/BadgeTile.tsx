import type { BadgeRow } from '@/utils/db';
import { formatDay } from '@/utils/i18n';
import { stateOf } from './badge-state';
import type { DragHandlers } from './drag-handlers';
import { BadgeName } from './BadgeCard';
import { BadgeImage, type PictureUrl } from './BadgeImage';
import { BadgeState } from './BadgeState';

interface BadgeTileProps {
  readonly badge: BadgeRow;
  readonly picture: PictureUrl;
  readonly today: string;
  /** Whether it is the one that is open beside the grid. */
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onOpen: (badge: BadgeRow) => void;
  /** Where it can be dragged out. */
  readonly drag?: DragHandlers | undefined;
}

/** One badge in a grid. */
export function BadgeTile({ badge, picture, today, isOpen, tabIndex, onOpen, drag }: BadgeTileProps) {
  const state = stateOf(badge, today);
  return (
    <button
      type="button"
      class="badge-tile"
      aria-pressed={isOpen}
      tabIndex={tabIndex}
      onClick={() => onOpen(badge)}
      {...drag}
    >
      <BadgeImage url={picture} name={badge.achievement.name} size={88} />
      <span class="badge-words">
        <BadgeName badge={badge} />
        <span class="badge-line">
          <span class="cut">{badge.issuer.name}</span>
        </span>
        {state === 'good' ? (
          <span class="badge-line">{formatDay(badge.issuedOn, 'month')}</span>
        ) : (
          <BadgeState state={state} />
        )}
      </span>
    </button>
  );
}
