/** Larger drawings are not drawn: an SVG of a few hundred kilobytes can already hold up a page. */
const maxSvgBytes = 500_000;

/** A picture to show of a file, as an object URL for `<img>` (where an SVG runs no script); null for other files. */
export function createPreview(bytes: Uint8Array<ArrayBuffer>): string | null {
  const type = pictureType(bytes);
  return type && URL.createObjectURL(new Blob([bytes], { type }));
}

/** By the first bytes, never by the name: PNG's signature (PNG, section 5.2), or an `<svg` near the beginning. */
function pictureType(bytes: Uint8Array): string | null {
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  if (signature.every((byte, index) => bytes[index] === byte)) return 'image/png';
  const beginning = new TextDecoder().decode(bytes.subarray(0, 2000));
  return bytes.length <= maxSvgBytes &&
    /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(beginning) &&
    beginning.includes('<svg')
    ? 'image/svg+xml'
    : null;
}
