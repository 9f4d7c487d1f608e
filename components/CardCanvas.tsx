import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawCard, type CardOrder } from '@/utils/share-card/draw';
import { cardSizes, type CardLayout } from '@/utils/share-card/share-card';
import './share-card.css';

interface CardCanvasProps {
  readonly order: CardOrder;
  readonly alt: string;
  readonly onDrawn: (layout: CardLayout) => void;
}

/** The card as it will be saved, drawn as small as it is shown: scaled down by the browser its small texts would break. */
export function CardCanvas({ order, alt, onDrawn }: CardCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = cardSizes[order.choice.size];
  useLayoutEffect(() => {
    const area = canvas.current;
    if (!area) return undefined;
    const draw = () => {
      const layout = drawCard(area, order, Math.round(area.clientWidth * devicePixelRatio));
      if (layout) onDrawn(layout);
    };
    const resized = new ResizeObserver(draw);
    resized.observe(area);
    draw();
    return () => resized.disconnect();
  }, [order]);
  return (
    <figure class="card-preview">
      <canvas
        ref={canvas}
        role="img"
        aria-label={alt}
        lang={order.language}
        style={{ '--card-ratio': String(width / height) }}
      />
    </figure>
  );
}
