import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { drawCard, type CardOrder } from '@/utils/share-card/draw';
import type { CardLayout } from '@/utils/share-card/share-card';
import './share-card.css';

interface CardCanvasProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly order: CardOrder;
  readonly alt: string;
  readonly onDrawn: (layout: CardLayout) => void;
}

/** The card itself: what is seen is what is saved. */
export function CardCanvas({ canvas, order, alt, onDrawn }: CardCanvasProps) {
  useLayoutEffect(() => {
    const layout = canvas.current && drawCard(canvas.current, order);
    if (layout) onDrawn(layout);
  }, [order]);
  return (
    <figure class="card-preview">
      <canvas ref={canvas} role="img" aria-label={alt} lang={order.language} />
    </figure>
  );
}
