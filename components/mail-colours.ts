/** Ground and text of a program's dark theme; mail that keeps its colours stands on them. */
export const darkGround = { ground: '#1e1e1e', text: '#e8e8e8', muted: '#9a9a9a' };
export const lightGround = { ground: '#ffffff', text: '#222222', muted: '#6b6b6b' };

/**
 * A style or colour with its lightness turned over, as programs do it that recolour mail in the dark: hue stays, white
 * becomes the theme's dark ground and black almost white.
 */
export function invertColours(text: string): string {
  return text.replaceAll(/#[0-9a-f]{6}\b/gi, invertColour);
}

function invertColour(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  // In HSL, with lightness L to 1 − L, every channel moves by the same step.
  const step = 255 - (Math.max(red, green, blue) + Math.min(red, green, blue));
  // From 0…255 into 30…240: such themes have no pure black.
  const toHex = (value: number) =>
    Math.round(30 + ((value + step) * 210) / 255)
      .toString(16)
      .padStart(2, '0');
  return `#${[red, green, blue].map(toHex).join('')}`;
}
