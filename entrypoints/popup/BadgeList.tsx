import { useLayoutEffect, useRef } from 'preact/hooks';
import { BadgeCard, type QuickAction } from '@/components/BadgeCard';
import { useVirtualRows } from '@/components/use-virtual-rows';
import type { BadgeRow } from '@/utils/db';
import { t } from '@/utils/i18n';
import { dragBadge } from './drag-out';
import { usePictures } from './use-pictures';

const rowHeight = 56;
/** What the popup's list measures; the side panel corrects it after the first frame. */
const expectedHeight = 480;

interface BadgeListProps {
  readonly badges: readonly BadgeRow[];
  readonly today: string;
  /** The row that Tab and the shortcuts mean. */
  readonly current: number;
  /** Counts up when `current` should take the focus. */
  readonly focusTick: number;
  readonly onMove: (index: number) => void;
  readonly onLeave: () => void;
  readonly onOpen: (badge: BadgeRow) => void;
  readonly onQuick: (action: QuickAction, badge: BadgeRow) => void;
  /** Not out of a popup: it closes as soon as something leaves it. */
  readonly canDrag: boolean;
}

/** Any number of badges; only the rows in sight exist. */
export function BadgeList(props: BadgeListProps) {
  const { badges, today, current, focusTick, onMove, onLeave, onOpen, onQuick, canDrag } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { items, totalHeight, scrollToIndex } = useVirtualRows(
    badges.length,
    rowHeight,
    scroller,
    expectedHeight,
  );
  const visible = items.flatMap((item) => badges[item.index] ?? []);
  const pictureOf = usePictures(visible);
  useFocusOnRow(scroller, current, focusTick, scrollToIndex);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetIndex(event.key, current, badges.length);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (target < 0) onLeave();
    else onMove(target);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the rows, which are buttons
    <div ref={scroller} class="badge-list" onKeyDown={onKeyDown}>
      <ul style={{ height: `${totalHeight}px` }} aria-label={t('badgeList')}>
        {items.map((item) => {
          const badge = badges[item.index];
          if (!badge) return null;
          return (
            <li
              key={badge.id}
              data-index={item.index}
              aria-setsize={badges.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <BadgeCard
                badge={badge}
                picture={pictureOf(badge)}
                today={today}
                isCurrent={item.index === current}
                onOpen={onOpen}
                onQuick={onQuick}
                drag={canDrag ? dragBadge(badge) : undefined}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Where a key leads; -1 is back to the search, null is no key of ours. */
function targetIndex(key: string, current: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(current + 1, count - 1);
  if (key === 'ArrowUp') return current - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Puts the focus on a row as soon as it exists: one far away appears only after the list has scrolled to it. */
function useFocusOnRow(
  scroller: { readonly current: HTMLElement | null },
  current: number,
  focusTick: number,
  scrollToIndex: (index: number) => void,
): void {
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    if (focusTick === 0) return;
    isWanted.current = true;
    scrollToIndex(current);
  }, [focusTick]);
  useLayoutEffect(() => {
    if (!isWanted.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"] .badge-card-main`);
    if (!row) return;
    isWanted.current = false;
    row.focus({ preventScroll: true });
  });
}
