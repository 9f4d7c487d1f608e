/** Whether the page is light or dark where an element stands. Measured: many pages ignore what the system prefers. */
export function themeOf(element: Element): 'light' | 'dark' {
  // A picture's own ground is not what stands around it.
  const start = element.tagName === 'IMG' ? parentOf(element) : element;
  for (let node = start; node; node = parentOf(node)) {
    const luminance = luminanceOf(getComputedStyle(node).backgroundColor);
    if (luminance !== null) return luminance < 0.4 ? 'dark' : 'light';
  }
  return 'light'; // a canvas that nobody painted is white
}

/** Perceived lightness of a colour from 0 to 1; null when one sees through it. */
export function luminanceOf(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root && root.host instanceof Element ? root.host : null;
}
