import { toAppError } from '../errors';
import type { Io } from '../io';
import { isObject } from '../open-badges/v1';
import type { Assertion } from '../open-badges/v2';
import { check, type Check } from '../verification';
import { toAsked } from './aliases';
import { faultText } from './fetch-document';
import type { IssuerReport } from './issuer-checks';

/** An image to look at: of an assertion, or of its badge class. */
interface NamedImage {
  readonly owner: 'assertion' | 'badge class';
  readonly value: unknown;
  /** The address of the document that names it, for one that is relative. */
  readonly base: string | null;
}

/** Formats that a badge's image may have, and the others that occur: bytes, and where they stand. */
const magic: readonly (readonly [string, number, string])[] = [
  ['\x89PNG\r\n\x1a\n', 0, 'PNG'],
  ['\xff\xd8\xff', 0, 'JPEG'],
  ['GIF8', 0, 'GIF'],
  ['WEBP', 8, 'WebP'],
  ['BM', 0, 'BMP'],
  ['%PDF', 0, 'PDF'],
  ['ftypavif', 4, 'AVIF'],
];

/**
 * Pictures of an assertion and of its class.
 * @param from `base`: the address of the assertion, where it has one
 */
export async function checkImages(
  assertion: Assertion,
  { badgeClass, badgeClassUrl }: Pick<IssuerReport, 'badgeClass' | 'badgeClassUrl'>,
  { base, mayFetch }: { readonly base: string | null; readonly mayFetch: boolean },
  io: Io,
): Promise<readonly Check[]> {
  const own = { owner: 'assertion', value: assertion['image'], base } as const;
  const found = [await checkImage(own, io, mayFetch)];
  if (badgeClass) {
    const image = { owner: 'badge class', value: badgeClass['image'], base: badgeClassUrl ?? base } as const;
    found.push(await checkImage(image, io, mayFetch));
  }
  return found.filter((item) => item !== null);
}

/**
 * The image is there where one is wanted, and a PNG or SVG ("BadgeClass", `image`). One that cannot be had is
 * `unknown`, which decides nothing: it says nothing about the award. Null when there is none and need be none.
 */
async function checkImage(image: NamedImage, io: Io, mayFetch: boolean): Promise<Check | null> {
  const { owner, value, base } = image;
  // Every version wants one of the class; of the assertion it is the baked one, if there is any.
  const isRequired = owner === 'badge class';
  const [item, ...more] = [value]
    .flat()
    .filter((entry) => entry !== undefined && entry !== null && entry !== '');
  if (item === undefined) return isRequired ? check('image', 'fail', `the ${owner} has no image`) : null;
  if (more.length > 0) return check('image', 'fail', `the ${owner} has ${more.length + 1} images`);
  const address = isObject(item) ? (item['id'] ?? item['@id']) : item;
  if (typeof address !== 'string') return check('image', 'fail', `the image of the ${owner} is no address`);
  if (/^\s*data:/i.test(address)) return checkDataImage(address.trim(), owner);
  const absolute = base && URL.canParse(address, base) ? new URL(address, base).href : address;
  const url = toAsked(absolute);
  if (!URL.canParse(absolute)) return check('image', 'fail', `${address} is no address`);
  if (!url || !mayFetch) return null;
  return fetchImage(url, io);
}

async function fetchImage(url: string, io: Io): Promise<Check> {
  const host = new URL(url).hostname;
  try {
    const accept = 'image/png, image/svg+xml, image/*;q=0.5';
    const response = await io.fetch(url, { accept, maxBytes: 3_000_000, redirect: 'follow' });
    if (!response.ok) return check('image', 'unknown', `${url}: status ${response.status}`, host);
    const format = formatOf(new Uint8Array(await response.arrayBuffer()));
    if (format === null) return check('image', 'unknown', `${url}: not an image that we know`, host);
    return check('image', isRightFormat(format) ? 'pass' : 'fail', `${url}: ${format}`, host);
  } catch (cause) {
    return check('image', 'unknown', faultText(toAppError(cause)), host);
  }
}

/** An assertion's image is baked and lies at its address; only a badge class may carry its own (JV, `ImageProbe`). */
function checkDataImage(address: string, owner: NamedImage['owner']): Check {
  if (owner === 'assertion')
    return check('image', 'fail', 'the assertion carries its image as a data address');
  const [, type = '', isBase64, data = ''] =
    /^data:([^;,]*)[^,]*?(;base64)?,([^]{0,400})/i.exec(address) ?? [];
  const isNamedRight = /^image\/(?:png|svg\+xml)$/i.test(type.trim());
  const format = isBase64 ? formatOf(firstBytes(data)) : null;
  const isRight = isNamedRight && (format === null || isRightFormat(format));
  return check(
    'image',
    isRight ? 'pass' : 'fail',
    `data address, ${type || 'no type'}${format ? `, ${format}` : ''}`,
  );
}

function isRightFormat(format: string): boolean {
  return format === 'PNG' || format === 'SVG';
}

/** By its bytes, never by the name or the media type. */
function formatOf(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 4000), (byte) => String.fromCharCode(byte)).join('');
  const format = magic.find(([bytes, at]) => start.startsWith(bytes, at))?.[2];
  return format ?? (/<svg[\s>]/i.test(start) ? 'SVG' : null);
}

function firstBytes(base64: string): Uint8Array {
  const whole = base64.replace(/\s/g, '');
  try {
    const text = atob(whole.slice(0, whole.length - (whole.length % 4)));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
