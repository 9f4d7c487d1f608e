import { imageSize } from 'image-size';
import { badgeId, type Badge, type SourceId } from './badge';
import { AppError, toAppError } from './errors';
import type { WebUrl } from './html';
import type { Io } from './io';
import { readBakedImage } from './open-badges/baked-image';
import { fieldsOf, type Fields } from './open-badges/v3-fields';
import { toAssertionFields } from './read-badge-assertion';
import { toCredentialFields } from './read-badge-credential';
import { openBytes, openLink, type OpenedBadge, type SourceLink } from './read-badge-open';
import type { ReadFields } from './read-badge-parts';
import { file } from './sources/file';
import type { Picture } from './sources/source';
import { parseJws } from './verifiers/jws';
import { readClaims } from './verifiers/jwt-claims';
import { isCredential, legacyKind } from './verifiers/legacy-json';
import { createRememberingIo } from './verifiers/remembering-io';

/** What the user brought, as it came. */
export type ImportContent =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly url: WebUrl };

export interface ReadOptions {
  /** Takes what the badge itself says, where the browser does not let us ask for the rest. */
  readonly withoutAsking?: boolean;
}

/** A badge and what it was read from, ready to be kept. */
export interface ReadBadge {
  readonly kind: 'badge';
  readonly badge: Omit<Badge, 'accountId'>;
  /** False where its class or issuer could not be had; when it is brought again, it may become whole. */
  readonly isWhole: boolean;
  readonly original: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly from: WebUrl | null;
  };
  /** The baked image itself, or one that stands in the document; null when there is only an address, or nothing. */
  readonly picture: Picture | null;
}

export type ReadResult =
  ReadBadge | SourceLink | { readonly kind: 'needs-hosts'; readonly hosts: readonly string[] };

/** Letters of a pasted text by which it is called. */
const nameLength = 60;
/** Larger art is not stored as a picture, only as the original (facts on threats, A2). */
const pictureLimits = { side: 4096, bytes: 4_000_000 } as const;

/**
 * Reads a badge of any Open Badges form out of what the user brought. That it can be read says nothing about whether it
 * is right: that is what `verify` is for.
 * @throws AppError `unsupported-badge`, `damaged-file` (what was read, in the detail), `too-large`, faults of the network
 */
export async function readBadge(
  content: ImportContent,
  io: Io,
  { withoutAsking = false }: ReadOptions = {},
): Promise<ReadResult> {
  const own = createRememberingIo(io);
  try {
    const opened = await open(content, own);
    if (opened.kind === 'link') return opened;
    const read = await readFields(opened, own);
    if (own.missingHosts.size > 0 && !withoutAsking)
      return { kind: 'needs-hosts', hosts: [...own.missingHosts] };
    return await toResult(content, opened, read);
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'permission-needed')
      return { kind: 'needs-hosts', hosts: [...own.missingHosts, error.message].filter(isFirst) };
    throw error;
  }
}

const isFirst = (item: string, index: number, all: readonly string[]) => all.indexOf(item) === index;

function open(content: ImportContent, io: Io): Promise<OpenedBadge | SourceLink> {
  if (content.kind === 'address') return openLink(content.url, io);
  if (content.kind === 'file') return openBytes(content.bytes, 'file', io);
  return openBytes(new TextEncoder().encode(content.text.trim()), 'text', io);
}

function readFields({ subject }: OpenedBadge, io: Io): Promise<ReadFields> {
  // Where a picture lies is not where its record does.
  const url = subject.from.container === 'url' ? subject.from.url : null;
  if (subject.kind === 'json') return readJson(subject.json, { url, isHosted: true }, io);
  const parsed = parseJws(subject.token);
  if (!parsed.ok) throw new AppError('damaged-file', parsed.reason);
  const { payload } = parsed.jws;
  const credential =
    fieldsOf(payload['vc']) || isCredential(payload) ? readClaims(payload, io.now()).json : null;
  return readJson(credential ?? payload, { url, isHosted: false }, io);
}

async function readJson(
  json: Fields,
  place: { readonly url: WebUrl | null; readonly isHosted: boolean },
  io: Io,
): Promise<ReadFields> {
  if (isCredential(json)) return toCredentialFields(onlyOne(json));
  const kind = legacyKind(json);
  if (kind === 'assertion') return toAssertionFields(json, place, io);
  const words = { part: 'a badge class or an issuer alone', endorsement: 'an endorsement' };
  throw new AppError('unsupported-badge', kind ? words[kind] : 'JSON, but no Open Badges object');
}

/** A presentation is a wrapper; with one credential in it, that one is meant. */
function onlyOne(json: Fields): Fields {
  const inner: unknown[] = [json['verifiableCredential'] ?? []].flat();
  const [first] = inner.map((item) => (typeof item === 'string' ? fromToken(item) : fieldsOf(item)));
  return inner.length === 1 && first ? first : json;
}

function fromToken(token: string): Fields | null {
  const parsed = parseJws(token);
  return parsed.ok ? readClaims(parsed.jws.payload, new Date()).json : null;
}

async function toResult(
  content: ImportContent,
  opened: OpenedBadge,
  { fields, image, isWhole }: ReadFields,
): Promise<ReadBadge> {
  const { bytes } = opened;
  const baked = readBakedImage(bytes);
  const name = nameOf(content);
  return {
    kind: 'badge',
    badge: {
      ...fields,
      achievement: { ...fields.achievement, name: fields.achievement.name || titleOf(content) },
      // An address is asked again one day, and must then be known; what was brought is known by its bytes.
      id: badgeId(file.id, await digestOf(opened.from ? new TextEncoder().encode(opened.from) : bytes)),
      sourceId: file.id as SourceId,
    },
    isWhole,
    original: { name, mediaType: mediaTypeOf(opened, baked?.container ?? null), bytes, from: opened.from },
    picture: (baked && toPicture(bytes)) ?? (image.bytes && toPicture(image.bytes)),
  };
}

function nameOf(content: ImportContent): string {
  if (content.kind === 'file') return content.name;
  return content.kind === 'address' ? content.url : content.text.trim().slice(0, nameLength);
}

/** What a badge is called whose class nobody has any more. */
function titleOf(content: ImportContent): string {
  if (content.kind === 'file') return content.name.replace(/^.*[/\\]/, '').replace(/\.\w{2,6}$/, '');
  return content.kind === 'address' ? new URL(content.url).hostname : '';
}

function mediaTypeOf({ subject }: OpenedBadge, container: 'png' | 'svg' | null): string {
  if (container) return container === 'png' ? 'image/png' : 'image/svg+xml';
  return subject.kind === 'jws' ? 'application/jwt' : 'application/ld+json';
}

/** Half of a SHA-256, in hex: enough that no two badges meet by chance. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const mediaTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** What can be shown, by its own first bytes; null for anything else, and for art that would take a second to draw. */
function toPicture(bytes: Uint8Array<ArrayBuffer>): Picture | null {
  try {
    const { type, width, height } = imageSize(bytes);
    const mediaType = type ? mediaTypes[type] : undefined;
    const fits = Math.max(width, height) <= pictureLimits.side && bytes.length <= pictureLimits.bytes;
    return mediaType && fits ? { mediaType, bytes: bytes.slice().buffer } : null;
  } catch {
    return null;
  }
}
