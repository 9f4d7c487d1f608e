import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BadgeTile } from '@/components/BadgeTile';
import { useVirtualRows } from '@/components/use-virtual-rows';
import { dragBadge } from '@/entrypoints/popup/drag-out';
import { usePictures } from '@/entrypoints/popup/use-pictures';
import type { BadgeId } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { t } from '@/utils/i18n';

/** A tile with its gap. */
const rowHeight = 228;
const minColumn = 168;

interface BadgeGridProps {
  readonly badges: readonly BadgeRow[];
  readonly today: string;
  readonly openId: BadgeId | null;
  readonly onOpen: (badge: BadgeRow) => void;
}

/** Any number of badges as tiles; only the rows in sight exist. Arrow keys move, as in a list. */
export function BadgeGrid({ badges, today, openId, onOpen }: BadgeGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller);
  const rowCount = Math.ceil(badges.length / columns);
  const { items, totalHeight, scrollToIndex } = useVirtualRows(rowCount, rowHeight, scroller, 900);
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const at = Math.min(current, badges.length - 1);
  const cells = items.flatMap((item) =>
    Array.from({ length: columns }, (_, column) => item.index * columns + column),
  );
  const pictureOf = usePictures(cells.flatMap((index) => badges[index] ?? []));
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] > button`);
    if (!tile) return;
    wantsFocus.current = false;
    tile.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = targetIndex(event.key, at, columns, badges.length);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    wantsFocus.current = true;
    setCurrent(next);
    scrollToIndex(Math.floor(next / columns));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the tiles, which are buttons
    <div ref={scroller} class="grid-scroller" onKeyDown={onKeyDown}>
      <ul class="grid" aria-label={t('badgeList')} style={{ height: `${totalHeight}px` }}>
        {cells.map((index) => {
          const badge = badges[index];
          if (!badge) return null;
          const column = index % columns;
          const style = {
            width: `calc(${100 / columns}% - 12px)`,
            insetInlineStart: `${(column * 100) / columns}%`,
            transform: `translateY(${Math.floor(index / columns) * rowHeight}px)`,
          };
          return (
            <li
              key={badge.id}
              data-index={index}
              aria-setsize={badges.length}
              aria-posinset={index + 1}
              style={style}
            >
              <BadgeTile
                badge={badge}
                picture={pictureOf(badge)}
                today={today}
                isOpen={badge.id === openId}
                tabIndex={index === at ? 0 : -1}
                drag={dragBadge(badge)}
                onOpen={(opened) => {
                  setCurrent(index);
                  onOpen(opened);
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** How many tiles fit beside each other. */
function useColumns(scroller: { readonly current: HTMLElement | null }): number {
  const [columns, setColumns] = useState(5);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setColumns(Math.max(1, Math.floor(element.clientWidth / minColumn)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [scroller]);
  return columns;
}

function targetIndex(key: string, at: number, columns: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(Math.max(at + step, 0), count - 1);
}
