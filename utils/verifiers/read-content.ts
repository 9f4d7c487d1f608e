import { readBakedImage, type BakedImage } from '../open-badges/baked-image';
import { fileKindOf } from '../open-badges/file-kinds';
import { decodeUtf8, parseJsonText } from '../open-badges/json-text';
import { isObject } from '../open-badges/v1';
import { check, type Check } from '../verification';
import { isWebAddress, toAsked } from './aliases';
import type { Provenance, Subject } from './verifier';

/** What bytes turned out to be: a badge in one of its forms, or why there is none. */
export interface Content {
  readonly subject: Subject | null;
  readonly checks: readonly Check[];
}

/**
 * Tells apart what a file, a text or an answer holds, by its bytes and never by its name or media type: JSON, a JWS,
 * a baked PNG or SVG, or an address. Never throws. A file that carries something else than a badge is `unknown`; one
 * that begins as a badge and is none is a failure.
 */
export async function readContent(bytes: Uint8Array, from: Provenance): Promise<Content> {
  if (bytes.length === 0) return nothing('fail', 'empty');
  const baked = readBakedImage(bytes);
  if (baked) return readBaked(baked, from);
  const kind = fileKindOf(bytes);
  if (kind) return nothing('unknown', kind);
  const text = decodeUtf8(bytes);
  if (text !== null) return readText(text, from);
  const isBrokenJson = /^\s*\{/.test(String.fromCharCode(...bytes.subarray(0, 64)));
  return nothing(isBrokenJson ? 'fail' : 'unknown', isBrokenJson ? 'JSON that is not UTF-8' : 'not text');
}

/** The first of an image's texts that is a badge; else what is wrong with the best of them. */
function readBaked({ container, texts, problem }: BakedImage, from: Provenance): Content {
  const read = texts.map((text) => ({ ...text, content: readText(text.text, { ...from, container }) }));
  const best = read.find(({ content }) => content.subject) ?? read[0];
  if (!best) return nothing('unknown', problem);
  const { content, place, isDamaged } = best;
  const [found] = content.checks;
  const detail = [place, isDamaged ? 'wrong CRC' : '', found?.detail].filter(Boolean).join(', ');
  // A wrong checksum alone decides nothing: the badge inside is verified for itself. But what is damaged and cannot be
  // read may have been right when it was made.
  const result = isDamaged && found?.result === 'fail' ? 'unknown' : (found?.result ?? 'unknown');
  return { ...content, checks: [check('badge-data', result, detail), ...content.checks.slice(1)] };
}

/** Compact serialisation: three parts of base64url, the first of which is a JSON object (RFC 7515, section 7.1). */
const compactJws = /^e[w-z0-9_/+-][\w/+-]*={0,2}\.[\w/+-]*={0,2}\.[\w/+-]*={0,2}(?:~[\w.~/+=-]*)?$/;
const isHtml = /^<(?:!doctype\s+)?html/i;
const compactJwe = /^e[w-z0-9_-][\w-]*(?:\.[\w-]*){4}$/;

function readText(text: string, from: Provenance): Content {
  const trimmed = unquote(withoutPadding(text.replace(/^\ufeff/, '')).trim());
  if (trimmed === '') return nothing('fail', 'empty');
  if (trimmed.startsWith('{')) return readJson(trimmed, from);
  // Mail programs break long lines.
  const token = trimmed.length < 2_000_000 ? trimmed.replace(/\s+/g, '') : '';
  if (compactJws.test(token)) return something({ kind: 'jws', token, from }, 'JWS');
  if (compactJwe.test(token)) return nothing('unknown', 'encrypted (JWE)');
  if (/^https?:\S+$/i.test(trimmed)) return readAddress(trimmed);
  if (trimmed.startsWith('<')) return nothing('unknown', isHtml.test(trimmed) ? 'a page (HTML)' : 'XML');
  const isOtherJson = parseJsonText(trimmed).kind === 'json';
  return isOtherJson ? nothing('fail', 'JSON, but no object') : nothing('unknown', trimmed.slice(0, 60));
}

/** Some bakers end their text as C does. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

/** Some copy a JWS or an address out of JSON with its quotes. */
function unquote(text: string): string {
  return /^(["'])([^"'\\]*)\1$/.exec(text)?.[2]?.trim() ?? text;
}

function readJson(trimmed: string, from: Provenance): Content {
  const read = parseJsonText(trimmed);
  // What is more than we look at may still be a badge.
  if (read.kind !== 'json') return nothing(read.kind === 'hostile' ? 'unknown' : 'fail', read.reason);
  if (!isObject(read.value)) return nothing('fail', 'JSON, but no object');
  const subject: Subject = { kind: 'json', json: read.value, text: read.text, from };
  const { checks } = something(subject, 'JSON');
  const names = read.duplicateKeys.join(', ');
  return { subject, checks: names ? [...checks, check('duplicate-keys', 'fail', names)] : checks };
}

/** Open Badges 0.5 bakes the address of the assertion; it may have moved since, so its record may name another. */
function readAddress(address: string): Content {
  const url = isWebAddress(address) ? toAsked(address) : null;
  if (!url) return nothing('unknown', `an address that is not asked: ${address}`);
  const subject: Subject = { kind: 'hosted', assertionUrls: [url], pageUrl: null, isExactId: false };
  return something(subject, address);
}

function something(subject: Subject, detail: string): Content {
  return { subject, checks: [check('badge-data', 'pass', detail)] };
}

function nothing(result: 'fail' | 'unknown', detail: string): Content {
  return { subject: null, checks: [check('badge-data', result, detail)] };
}
