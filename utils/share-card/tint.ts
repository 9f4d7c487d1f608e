import type { Tint } from './share-card';

/** The product's own teal, where a picture has no colour to give. */
export const plainTint: Tint = { hue: 195, strength: 0.55 };

/** OKLCH by lightness and chroma in a tint; the same lightness is as bright in every hue. */
export function colour({ hue, strength }: Tint, lightness: number, chroma: number, alpha = 1): string {
  const chromaOfTint = (chroma * strength).toFixed(4);
  return `oklch(${lightness} ${chromaOfTint} ${hue.toFixed(1)}${alpha < 1 ? ` / ${alpha}` : ''})`;
}

/** The main colour of a picture's pixels (RGBA): hues weigh by how colourful and how solid they are. */
export function tintOf(pixels: Uint8ClampedArray): Tint {
  const bins = Array.from({ length: 24 }, () => ({ weight: 0, a: 0, b: 0 }));
  let solid = 0;
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const alpha = (pixels[at + 3] ?? 0) / 255;
    const [a, b] = toOpponents(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    const chroma = Math.hypot(a, b);
    solid += alpha;
    const turn = Math.atan2(b, a) / (2 * Math.PI) + 1;
    const bin = bins[Math.floor(turn * bins.length) % bins.length];
    if (!bin || chroma < 0.03) continue;
    const weight = alpha * chroma;
    bin.weight += weight;
    bin.a += a * alpha;
    bin.b += b * alpha;
  }
  const main = bins.reduce((one, other) => (other.weight > one.weight ? other : one));
  if (solid === 0) return plainTint;
  const colourful = main.weight / solid;
  if (colourful < 0.004) return { hue: 250, strength: 0.12 };
  const hue = ((Math.atan2(main.b, main.a) * 180) / Math.PI + 360) % 360;
  return { hue, strength: Math.min(1, 0.35 + colourful * 9) };
}

/** The two colour axes of OKLab for an sRGB colour. */
function toOpponents(red: number, green: number, blue: number): readonly [number, number] {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
