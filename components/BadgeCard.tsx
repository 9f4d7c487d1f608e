import { Link, Signature, SquareUserRound } from 'lucide-preact';
import type { BadgeRow } from '@/utils/db';
import { formatDay, t } from '@/utils/i18n';
import { stateOf } from './badge-state';
import type { DragHandlers } from './drag-handlers';
import { BadgeImage, type PictureUrl } from './BadgeImage';
import { BadgeState } from './BadgeState';
import { IconButton } from './IconButton';

/** What a row can do besides opening. */
export type QuickAction = 'copy-link' | 'linkedin' | 'signature';

interface BadgeCardProps {
  readonly badge: BadgeRow;
  readonly picture: PictureUrl;
  readonly today: string;
  /** The row that Tab reaches; the others are reached by arrow keys. */
  readonly isCurrent: boolean;
  readonly onOpen: (badge: BadgeRow) => void;
  readonly onQuick: (action: QuickAction, badge: BadgeRow) => void;
  /** Where it can be dragged out. */
  readonly drag?: DragHandlers | undefined;
}

/** One badge in a list: the row itself is the main action, three quick ones stand at its end. */
export function BadgeCard({ badge, picture, today, isCurrent, onOpen, onQuick, drag }: BadgeCardProps) {
  const { name } = badge.achievement;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <div class="badge-card" {...drag}>
      <button
        type="button"
        class="badge-card-main pressable"
        tabIndex={tabIndex}
        onClick={() => onOpen(badge)}
      >
        <BadgeImage url={picture} name={name} size={40} />
        <span class="badge-words">
          <BadgeName badge={badge} />
          <span class="badge-line">
            <span class="cut">{issuerLine(badge)}</span>
            <BadgeState state={stateOf(badge, today)} />
          </span>
        </span>
      </button>
      <span class="badge-quick">
        <IconButton
          icon={Link}
          label={t('quickCopyLink', name)}
          tabIndex={tabIndex}
          shortcut="C"
          disabled={badge.pageUrl === null}
          onPress={() => onQuick('copy-link', badge)}
        />
        <IconButton
          icon={SquareUserRound}
          label={t('quickLinkedIn', name)}
          tabIndex={tabIndex}
          onPress={() => onQuick('linkedin', badge)}
        />
        <IconButton
          icon={Signature}
          label={t('quickSignature', name)}
          tabIndex={tabIndex}
          shortcut="S"
          onPress={() => onQuick('signature', badge)}
        />
      </span>
    </div>
  );
}

/** The name, with a dot (and a word for those who hear it) until the user has seen it. */
export function BadgeName({ badge }: { badge: BadgeRow }) {
  return (
    <span class="badge-name" title={badge.achievement.name}>
      {badge.isNew === 1 && (
        <span class="badge-new">
          <span class="unseen">{t('newBadge')} </span>
        </span>
      )}
      <bdi>{badge.achievement.name}</bdi>
    </span>
  );
}

/** "Northwind Cloud Academy · May 2026". */
export function issuerLine({ issuer, issuedOn }: BadgeRow): string {
  return [issuer.name, formatDay(issuedOn, 'month')].filter((part) => part !== '').join(' · ');
}
