import { encodePng } from './png.ts';

type Shape = (x: number, y: number) => number;

/** Distance to the edge of a shape of about radius 1, negative inside. */
const shapes: readonly Shape[] = [
  (x, y) => Math.max(Math.abs(x) * 0.866 + Math.abs(y) * 0.5, Math.abs(y)) - 0.86,
  (x, y) => Math.hypot(x, y) - 0.92,
  (x, y) => Math.max(Math.abs(x) - 0.78 + Math.max(0, y) ** 2 * 0.75, Math.abs(y + 0.02) - 0.9),
  (x, y) => Math.max(Math.abs(x), Math.abs(y), (Math.abs(x) + Math.abs(y)) * 0.72) - 0.85,
];
const hues = [205, 172, 285, 32, 350, 145, 230, 15, 60, 320];
const cache = new Map<string, Uint8Array>();

/** Badge art of our own: a medal in a shape, a hue and a pattern that depend on the number. Anti-aliased. */
export function drawBadgeArt(number: number, size = 220): Uint8Array {
  const key = `${number % 40}/${size}`;
  const known = cache.get(key);
  if (known) return known;
  const shape = shapes[number % shapes.length] ?? ((x, y) => Math.hypot(x, y) - 0.9);
  const hue = hues[Math.floor(number / shapes.length) % hues.length] ?? 200;
  const art = encodePng(size, (px, py) =>
    paint(shape, hue, number, (2 * px) / size - 1, (2 * py) / size - 1, 3 / size),
  );
  cache.set(key, art);
  return art;
}

function paint(shape: Shape, hue: number, number: number, x: number, y: number, edge: number): number[] {
  const distance = shape(x, y);
  const inner = shape(x * 1.22, y * 1.22) / 1.22;
  const stripes = Math.sin((x * ((number % 3) - 1) + y) * (8 + (number % 5) * 3));
  const star = starAt(x * 2.3, y * 2.3, 5 + (number % 3));
  const light = 44 - 14 * y + (inner < 0 ? 5 * stripes : 0);
  const base = hslToRgb(hue, 58, light);
  const rim = Math.abs(inner) < 0.018 ? 0.75 : 0;
  const white = Math.max(rim, clamp(0.5 - star / (edge * 3)) * 0.95);
  const alpha = clamp(0.5 - distance / edge);
  return [...base.map((channel) => channel + (255 - channel) * white), alpha * 255].map(Math.round);
}

/** A star with so many points, about radius 1. */
function starAt(x: number, y: number, points: number): number {
  const angle = Math.atan2(y, x) + Math.PI / 2;
  const sector = Math.abs((((angle * points) / Math.PI + 100) % 2) - 1);
  return Math.hypot(x, y) - (0.42 + 0.5 * sector ** 1.6);
}

function hslToRgb(hue: number, saturation: number, light: number): number[] {
  const chroma = (saturation / 100) * Math.min(light / 100, 1 - light / 100);
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12;
    return 255 * (light / 100 - chroma * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
