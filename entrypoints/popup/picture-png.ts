import type { Picture } from '@/utils/sources/source';

/** Pixels of the longer side: twice the size at which documents and chats show it. */
const side = 440;

/**
 * A picture as PNG, as large as it is useful, so that it can be pasted where SVG is not taken (mail, documents, chats). Only
 * a page can do this: a worker's `createImageBitmap` takes no SVG. A `data:` address of it would not help a signature, Gmail
 * drops those; there a badge without a hosted PNG stays in words.
 */
export async function toPng(picture: Picture): Promise<Blob> {
  return toBlob(await toCanvas(picture, side));
}

/** A picture on a canvas of its own: a vector as large as that, pixels no larger than they are. */
export async function toCanvas(picture: Picture, longest: number): Promise<HTMLCanvasElement> {
  const source = isVector(picture) ? withSize(picture.bytes) : picture.bytes;
  const url = URL.createObjectURL(new Blob([source], { type: picture.mediaType }));
  try {
    const image = await load(url);
    const scale = longest / Math.max(image.naturalWidth, image.naturalHeight, 1);
    return draw(image, isVector(picture) ? scale : Math.min(scale, 1));
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function isVector({ mediaType }: Picture): boolean {
  return mediaType === 'image/svg+xml';
}

/** What a canvas shows as PNG. */
export async function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the picture cannot be drawn');
  return blob;
}

/** Firefox draws no SVG that does not say how large it is; the box of its view does. */
function withSize(bytes: ArrayBuffer): BlobPart {
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
  const root = document.documentElement;
  if (root.localName !== 'svg') return bytes;
  const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const isSized = /^\d/.test(root.getAttribute('width') ?? '') && !root.getAttribute('width')?.includes('%');
  if (isSized) return bytes;
  root.setAttribute('width', String(width > 0 ? width : side));
  root.setAttribute('height', String(height > 0 ? height : side));
  return new XMLSerializer().serializeToString(document);
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const image = new Image();
    image.addEventListener('load', () => done(image));
    image.addEventListener('error', () => failed(new Error('the picture cannot be drawn')));
    image.src = url;
  });
}

function draw(image: HTMLImageElement, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
