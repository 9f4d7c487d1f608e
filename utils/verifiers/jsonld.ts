import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import jsonld from 'jsonld';
import type { Fields } from '../open-badges/v3-fields';
import { createContextResolver, type ContextResolver } from './context-cache';
import { countEditions, findContext } from './contexts';
import { measureDocument } from './jsonld-limits';

/**
 * A document as canonical N-Quads, or why there are none: it names a context that is not bundled, it says things that
 * no context defines (so that nobody could have signed them), or it is made to keep us busy.
 */
export type Canonical =
  | { readonly kind: 'canonical'; readonly quads: string }
  | { readonly kind: 'unknown-context'; readonly reason: string }
  | { readonly kind: 'unsafe'; readonly reason: string }
  | { readonly kind: 'excessive'; readonly reason: string };

export type Digest = 'sha256' | 'sha384';

/** The published types know neither safe mode nor the options of the canonicalisation. */
interface CanonizeOptions {
  readonly base: null;
  readonly safe: true;
  readonly processingMode: 'json-ld-1.1';
  readonly rdfDirection: 'i18n-datatype';
  readonly documentLoader: (address: string) => Promise<unknown>;
  readonly contextResolver: ContextResolver;
  readonly canonizeOptions: {
    readonly algorithm: 'RDFC-1.0';
    readonly createMessageDigest: () => MessageDigest;
    readonly maxWorkFactor: number;
    readonly signal: { readonly aborted: boolean; readonly reason: string };
  };
}
interface MessageDigest {
  update(text: string): void;
  digest(): string;
}

const canonizeJson = jsonld.canonize as unknown as (
  input: Fields,
  options: CanonizeOptions,
) => Promise<string>;

/** A document with several proofs is read once, as long as it is the same object. */
const remembered = new WeakMap<Fields, Map<string, Promise<Canonical>>>();

/** Milliseconds for graphs that are made to be compared for ever (RDFC-1.0, "Dataset Poisoning"). */
const patience = 250;

/** How many times a document may have to be read: once for each edition of the contexts that it names. */
export function editionsOf(document: Fields): number {
  return countEditions(measureDocument(document).contexts);
}

/**
 * Canonicalises JSON-LD by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/) in safe mode, with bundled contexts in the given
 * edition. Never asks the network, never throws, and ends within bounds whatever it is given. The document must not be
 * changed afterwards.
 */
export async function canonize(document: Fields, digest: Digest = 'sha256', edition = 0): Promise<Canonical> {
  const known = remembered.get(document) ?? new Map<string, Promise<Canonical>>();
  remembered.set(document, known);
  const key = `${digest} ${edition}`;
  const canonical = known.get(key) ?? work(document, digest, edition);
  known.set(key, canonical);
  return canonical;
}

async function work(document: Fields, digest: Digest, edition: number): Promise<Canonical> {
  const { contexts, excess } = measureDocument(document);
  if (excess) return { kind: 'excessive', reason: excess };
  const unknown = [...contexts].find((address) => !findContext(address, edition));
  if (unknown !== undefined) return { kind: 'unknown-context', reason: unknown };
  try {
    return { kind: 'canonical', quads: await canonizeJson(document, toOptions(digest, edition)) };
  } catch (cause) {
    return toFailure(cause);
  }
}

function toOptions(digest: Digest, edition: number): CanonizeOptions {
  const end = performance.now() + patience;
  const signal = {
    reason: 'took too long',
    get aborted() {
      return performance.now() > end;
    },
  };
  return {
    base: null,
    safe: true,
    processingMode: 'json-ld-1.1',
    rdfDirection: 'i18n-datatype',
    documentLoader: () => Promise.reject(new Error('contexts are never fetched')),
    contextResolver: createContextResolver(edition),
    canonizeOptions: {
      algorithm: 'RDFC-1.0',
      createMessageDigest: () => createDigest(digest),
      // 1 refuses badges with several equal parts; from 3 on, poison is drunk for long.
      maxWorkFactor: 2,
      signal,
    },
  };
}

/** Without a promise for each of the many small hashes, as WebCrypto would have it. */
function createDigest(digest: Digest): MessageDigest {
  const hash = digest === 'sha384' ? sha384.create() : sha256.create();
  return {
    update: (text) => void hash.update(utf8ToBytes(text)),
    digest: () => bytesToHex(hash.digest()),
  };
}

function toFailure(cause: unknown): Canonical {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const { details } = error as { details?: { event?: { code?: string; details?: object }; code?: string } };
  const event = details?.event;
  if (event) return { kind: 'unsafe', reason: `${event.code}: ${firstText(event.details)}` };
  const isExcessive = /deep iterations|Abort signal|too many contexts|call stack/i.test(error.message);
  return { kind: isExcessive ? 'excessive' : 'unsafe', reason: details?.code ?? error.message };
}

/** The word that the event is about: a property, a type, an id. */
function firstText(details: object = {}): string {
  return Object.values(details).find((value) => typeof value === 'string') ?? '';
}
