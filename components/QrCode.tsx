import { create } from 'qrcode';
import { useMemo } from 'preact/hooks';
import './qr.css';

/** Cameras want four light modules around the code. */
const quiet = 4;

/** An address as a QR code. Always dark on light: many readers fail on the reverse. */
export function QrCode({ text, label, size = 160 }: { text: string; label: string; size?: number }) {
  const { side, path } = useMemo(() => toPath(text), [text]);
  return (
    <svg class="qr" role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${side} ${side}`}>
      <rect class="qr-paper" width={side} height={side} />
      <path class="qr-ink" d={path} shape-rendering="crispEdges" />
    </svg>
  );
}

/** Dark modules as one path, a run of neighbours at a time. */
function toPath(text: string): { side: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const isDark = (row: number, column: number) => column < size && Boolean(modules.get(row, column));
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (isDark(row, column)) column += 1;
      if (column > start) path += `M${start + quiet} ${row + quiet}h${column - start}v1H${start + quiet}z`;
    }
  }
  return { side: size + quiet * 2, path };
}
