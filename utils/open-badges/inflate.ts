import { Inflate } from 'fflate';
import { adler32, crc32 } from './checksums';

/** What came out of compressed bytes, or why nothing did. */
export type Inflated =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'error'; readonly reason: string };

/** Where the deflate stream begins, and the checksum that must follow it. */
interface Wrapping {
  readonly start: number;
  readonly checksumOf: (bytes: Uint8Array) => Uint8Array;
}

/**
 * A cap on the output does not cap the work when the input goes in at once (facts on threats, F8): a slice of this size
 * inflates to 1 MB at most.
 */
const sliceBytes = 1024;
/** Slices without output after which the rest is not looked at: data behind the stream, or a stream of nothing. */
const idleSlices = 64;

/** Inflates a zlib stream (RFC 1950), as PNG's zTXt and iTXt have it. Never throws. */
export function inflateZlib(bytes: Uint8Array, maxBytes: number): Inflated {
  return inflate(bytes, toZlib(bytes), maxBytes);
}

/** Inflates the first member of a gzip file (RFC 1952), as status lists have it. Never throws. */
export function inflateGzip(bytes: Uint8Array, maxBytes: number): Inflated {
  return inflate(bytes, toGzip(bytes), maxBytes);
}

/** Inflates a bare deflate stream (RFC 1951), as zip files have it; its checksum stands elsewhere. Never throws. */
export function inflateRaw(bytes: Uint8Array, maxBytes: number): Inflated {
  return inflate(bytes, { start: 0, checksumOf: () => new Uint8Array() }, maxBytes);
}

function inflate(bytes: Uint8Array, wrapping: Wrapping | string, maxBytes: number): Inflated {
  if (typeof wrapping === 'string') return { kind: 'error', reason: wrapping };
  try {
    const output = inflateSlices(bytes.subarray(wrapping.start), maxBytes);
    if (!output) return { kind: 'error', reason: `inflates to more than ${maxBytes} bytes` };
    const isWhole = hasSequence(bytes, wrapping.checksumOf(output));
    return isWhole ? { kind: 'bytes', bytes: output } : { kind: 'error', reason: 'its checksum is wrong' };
  } catch (cause) {
    return { kind: 'error', reason: cause instanceof Error ? cause.message : 'corrupt' };
  }
}

/**
 * Null when there is more than the cap.
 * @throws Error of fflate for a stream that is corrupt or ends early
 */
function inflateSlices(deflated: Uint8Array, maxBytes: number): Uint8Array | null {
  const output = { parts: [] as Uint8Array[], size: 0, idle: 0 };
  const stream = new Inflate((part) => {
    output.idle = part.length === 0 ? output.idle + 1 : 0;
    output.size += part.length;
    if (part.length > 0 && output.size <= maxBytes) output.parts.push(part);
  });
  for (let at = 0; at < deflated.length; at += sliceBytes) {
    // The last push says whether the stream was whole.
    const isLast = at + sliceBytes >= deflated.length || output.idle >= idleSlices;
    stream.push(deflated.subarray(at, at + sliceBytes), isLast);
    if (output.size > maxBytes) return null;
    if (isLast) break;
  }
  return join(output.parts, output.size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The header of RFC 1950, section 2.2; a preset dictionary is never what a badge was compressed with. */
function toZlib(bytes: Uint8Array): Wrapping | string {
  const [method = 0, flags = 0] = bytes;
  const isZlib = (method & 15) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
  if (!isZlib) return 'not zlib data';
  if (flags & 32) return 'needs a dictionary';
  return { start: 2, checksumOf: (output) => toBytes([adler32(output)], false) };
}

/** The header of RFC 1952, section 2.3. */
function toGzip(bytes: Uint8Array): Wrapping | string {
  const [first, second, method, flags = 0] = bytes;
  if (first !== 0x1f || second !== 0x8b || method !== 8 || flags & 0xe0) return 'not gzip data';
  let start = 10;
  if (flags & 4) start += 2 + (bytes[10] ?? 0) + ((bytes[11] ?? 0) << 8);
  for (const text of [8, 16]) {
    const end = flags & text ? bytes.indexOf(0, start) : start - 1;
    if (end === -1) return 'its header does not end';
    start = end + 1;
  }
  if (flags & 2) start += 2;
  return { start, checksumOf: (output) => toBytes([crc32(output), output.length], true) };
}

function toBytes(numbers: readonly number[], isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, index) => view.setUint32(4 * index, number, isLittleEndian));
  return new Uint8Array(view.buffer);
}

/**
 * The checksum stands behind the stream, and data may stand behind the checksum (several PNG writers pad). Where the
 * stream ended fflate does not tell, so it is looked for, from the end.
 */
function hasSequence(bytes: Uint8Array, sequence: Uint8Array): boolean {
  const [first] = sequence;
  if (first === undefined) return true;
  let at = bytes.lastIndexOf(first);
  while (at !== -1) {
    if (sequence.every((byte, index) => bytes[at + index] === byte)) return true;
    at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1);
  }
  return false;
}
