import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRows {
  readonly items: readonly VirtualItem[];
  readonly totalHeight: number;
  readonly scrollToIndex: (index: number) => void;
}

/** Which of `count` rows of one height are in sight (and a few beyond), so that 10,000 cost as much as 20. */
export function useVirtualRows(
  count: number,
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
  /** Height to draw for before the element was measured: the first frame is right at once. */
  expectedHeight: number,
): VirtualRows {
  const [, redraw] = useReducer((tick: number) => tick + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 0, height: expectedHeight },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  // The two calls below are how every adapter of the library drives it.
  useEffect(() => virtualizer._didMount(), [virtualizer]); // oxlint-disable-line no-underscore-dangle -- its own name
  useLayoutEffect(() => virtualizer._willUpdate()); // oxlint-disable-line no-underscore-dangle -- its own name
  return {
    items: virtualizer.getVirtualItems(),
    totalHeight: virtualizer.getTotalSize(),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
