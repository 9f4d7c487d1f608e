import type { BadgeRow } from '@/utils/db';
import { stateOf } from './badge-state';
import { issuerLine } from './BadgeCard';
import { BadgeImage, type PictureUrl } from './BadgeImage';
import { BadgeState } from './BadgeState';

interface BadgeHeadProps {
  readonly badge: BadgeRow;
  readonly picture: PictureUrl;
  readonly today: string;
}

/** The badge at the top of every view about it. */
export function BadgeHead({ badge, picture, today }: BadgeHeadProps) {
  return (
    <header class="badge-head">
      <BadgeImage url={picture} name={badge.achievement.name} size={72} />
      <div>
        <h2 tabIndex={-1}>
          <bdi>{badge.achievement.name}</bdi>
        </h2>
        <p class="second">
          <bdi>{issuerLine(badge)}</bdi>
        </p>
        <BadgeState state={stateOf(badge, today)} />
      </div>
    </header>
  );
}
