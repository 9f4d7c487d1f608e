import { AppError } from './errors';
import type { Io } from './io';
import { bakePng } from './open-badges/bake';
import { readBakedImage } from './open-badges/baked-image';
import type { BadgeKeyword } from './open-badges/png';
import { verdict, type Verdict } from './verification';
import { verify } from './verify';
import { fetchRecord } from './verifiers/hosted';
import { isCredential } from './verifiers/legacy-json';
import { parseJws } from './verifiers/jws';
import { readContent } from './verifiers/read-content';
import type { HostedSubject, JsonSubject, JwsSubject } from './verifiers/verifier';

/** What is wanted: a picture with the proof in it, or the proof alone (JSON or a JWS). */
export type ProofForm = 'image' | 'json';

/** Where a proof is: a file as it was kept, or a record at its issuer. */
export type ProofOrigin =
  | { readonly kind: 'kept'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }
  | { readonly kind: 'hosted'; readonly target: HostedSubject };

export interface ProofFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** `kept`: byte for byte as it came. `taken-out`: the text of a baked picture. `fetched`: from the issuer now. */
  readonly made: 'kept' | 'taken-out' | 'fetched' | 'baked';
  /** Of the very bytes, as anybody would find who gets them. */
  readonly verdict: Verdict;
}

/**
 * A badge as a file that proves itself elsewhere ("Baked Badges"). What is there is passed on untouched; only where the
 * picture and its proof are apart they are put together, and what came of it is verified.
 * @param png the badge's picture, for baking
 * @throws AppError `unsupported-badge` where there is no proof to be had (a badge page alone, a picture without PNG);
 *   `not-found`, and whatever `io` throws, where its issuer does not give the record now
 */
export async function makeProofFile(
  origin: ProofOrigin,
  form: ProofForm,
  png: Uint8Array | null,
  io: Io,
): Promise<ProofFile> {
  const file = await toFile(origin, form, png, io);
  const found = await verify(file.bytes, io);
  return { ...file, verdict: found.verdict };
}

type MadeFile = Omit<ProofFile, 'verdict'>;

async function toFile(
  origin: ProofOrigin,
  form: ProofForm,
  png: Uint8Array | null,
  io: Io,
): Promise<MadeFile> {
  const isImage = origin.kind === 'kept' && readBakedImage(origin.bytes) !== null;
  if (origin.kind === 'kept' && isImage === (form === 'image')) {
    return { bytes: origin.bytes, mediaType: origin.mediaType, made: 'kept' };
  }
  const proof =
    origin.kind === 'kept' ? await readKept(origin.bytes, io) : await readHosted(origin.target, io);
  const { text, mediaType, keyword, made } = proof;
  if (form === 'json') return { bytes: new TextEncoder().encode(text), mediaType, made };
  if (!png) throw new AppError('unsupported-badge', 'there is no picture that could carry it');
  return { bytes: bakePng(png, text, keyword), mediaType: 'image/png', made: 'baked' };
}

interface Proof {
  readonly text: string;
  readonly mediaType: 'application/json' | 'application/jose';
  readonly keyword: BadgeKeyword;
  readonly made: 'taken-out' | 'fetched';
}

/** Badges of 0.5, and some bakers since, carry an address alone: what lies there is the proof. */
async function readKept(bytes: Uint8Array, io: Io): Promise<Proof> {
  const { subject, checks } = await readContent(bytes, { container: 'file', url: null });
  if (subject?.kind === 'hosted') return readHosted(subject, io);
  if (!subject) throw new AppError('unsupported-badge', `no proof in the file: ${verdict(checks)}`);
  return toProof(subject, 'taken-out');
}

async function readHosted(target: HostedSubject, io: Io): Promise<Proof> {
  const fetched = await fetchRecord(target, io);
  if (fetched.kind === 'unreachable') throw fetched.error;
  const isGone = fetched.kind === 'document' && fetched.gone;
  const bytes = new TextEncoder().encode(isGone ? '' : fetched.text);
  const { subject } = await readContent(bytes, { container: 'url', url: null });
  if (!subject || subject.kind === 'hosted') {
    throw new AppError('not-found', `${fetched.url}: no record of a badge`);
  }
  return toProof(subject, 'fetched');
}

/** A credential of 3.0 has a keyword of its own; everything older has the first one ("Baked Badges", section PNGs). */
function toProof(subject: JsonSubject | JwsSubject, made: Proof['made']): Proof {
  if (subject.kind === 'json') {
    const keyword = isCredential(subject.json) ? 'openbadgecredential' : 'openbadges';
    return { text: subject.text, mediaType: 'application/json', keyword, made };
  }
  const parsed = parseJws(subject.token);
  const payload = parsed.ok ? parsed.jws.payload : {};
  const keyword = 'vc' in payload || isCredential(payload) ? 'openbadgecredential' : 'openbadges';
  return { text: subject.token, mediaType: 'application/jose', keyword, made };
}
