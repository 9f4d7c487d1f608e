import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Io } from '@/utils/io';
import type { Verdict, Verification } from '@/utils/verification';
import { checkStatusEntries } from '@/utils/verifiers/status';
import type { RecipientProfile } from '@/utils/verifiers/verifier';
import { verdict } from '@/utils/verification';
import { createContext, verify, type VerifyTarget } from '@/utils/verify';

/** An answer that a vector's world gives. `body` is a file beside the index. */
interface Served {
  readonly url: string;
  readonly body: string;
  readonly status: number;
  readonly content_type: string;
}

/** One case of an INDEX.json of vectors. */
export interface Vector {
  readonly id: string;
  readonly file: string;
  readonly family: string;
  readonly format: string;
  readonly expected: string;
  /** Verdicts that a careful verifier may give. */
  readonly accept: readonly string[];
  readonly why: string;
  readonly input: 'url' | 'file' | 'jwt' | 'json' | 'status-entry';
  readonly input_url?: string | null;
  readonly needs_network?: readonly Served[] | null;
  readonly recipient_profile?: Readonly<Record<string, string | readonly string[]>> | null;
}

export interface VectorIndex {
  /** The clock of every case. */
  readonly evaluated_at: string;
  readonly cases: readonly Vector[];
}

export interface VectorResult {
  readonly vector: Vector;
  readonly verdict: string;
  readonly isAccepted: boolean;
  /** Checks that did not pass, and why. */
  readonly reasons: readonly string[];
}

/** Reads the index of a folder of vectors. */
export function readIndex(folder: string): VectorIndex {
  return JSON.parse(readFileSync(path.join(folder, 'INDEX.json'), 'utf8')) as VectorIndex;
}

/** Verifies one case in its own world: what the index serves, and nothing else. */
export async function runVector(folder: string, vector: Vector, at: string): Promise<VectorResult> {
  const io = servedIo(folder, vector, at);
  const outcome =
    vector.input === 'status-entry' ? await runEntry(folder, vector, io) : await runBadge(folder, vector, io);
  return { vector, ...outcome, isAccepted: vector.accept.includes(outcome.verdict) };
}

type Outcome = Pick<VectorResult, 'verdict' | 'reasons'>;

async function runBadge(folder: string, vector: Vector, io: Io): Promise<Outcome> {
  const profile = toProfile(vector.recipient_profile);
  const result = await verify(toTarget(folder, vector), io, profile ? { recipient: profile } : {});
  return { verdict: toVectorVerdict(result), reasons: reasonsOf(result) };
}

/** How the files of status entries hold them: as in a credential, as in the claims of its JWT, or bare. */
interface Wrapped {
  readonly vc?: { readonly credentialStatus?: unknown };
  readonly credentialStatus?: unknown;
}

/** A case of the status family is an entry, or several, with nothing around. */
async function runEntry(folder: string, vector: Vector, io: Io): Promise<Outcome> {
  const json = JSON.parse(readFileSync(path.join(folder, vector.file), 'utf8')) as Wrapped;
  const entries = json.vc?.credentialStatus ?? json.credentialStatus ?? json;
  const checks = await checkStatusEntries(entries, createContext(io));
  return { verdict: verdict(checks), reasons: reasonsOf({ checks }) };
}

/**
 * The index knows no axes: a badge that is somebody else's is `invalid` there, and a picture without data
 * `unverifiable` (vocabulary in INDEX.json).
 */
function toVectorVerdict({ verdict: word, recipient }: Verification): Verdict {
  if (recipient.match === 'no' && word === 'valid') return 'invalid';
  return word === 'picture' ? 'unverifiable' : word;
}

function reasonsOf({ checks }: Pick<Verification, 'checks'>): string[] {
  return checks
    .filter(({ result }) => result !== 'pass')
    .map(({ id, result, detail }) => `${id} ${result}: ${detail}`);
}

function toTarget(folder: string, { input, input_url, file }: Vector): VerifyTarget {
  if (input === 'url' && input_url) return new URL(input_url);
  const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
  return input === 'file' ? bytes : new TextDecoder().decode(bytes).trim();
}

function toProfile(profile: Vector['recipient_profile']): RecipientProfile | undefined {
  if (!profile) return undefined;
  const list = (name: string) => [profile[name] ?? []].flat();
  return {
    emails: list('email'),
    urls: list('url'),
    telephones: list('telephone'),
    names: list('name'),
    ids: list('id'),
  };
}

/**
 * Serves the case's answers. Addresses under http are asked for over https by the verifier, as the network rule wants;
 * the vectors were made before, so their http answers are served for both.
 */
function servedIo(folder: string, { needs_network }: Vector, at: string): Io {
  const answers = new Map((needs_network ?? []).map((served) => [withoutScheme(served.url), served]));
  return {
    now: () => new Date(at),
    async fetch(url) {
      const served = answers.get(withoutScheme(String(url)));
      if (!served) throw new TypeError(`not served: ${String(url)}`);
      const hasBody = served.status !== 204 && served.body;
      return new Response(hasBody ? readFileSync(path.join(folder, served.body)) : null, {
        status: served.status,
        headers: { 'content-type': served.content_type ?? 'application/octet-stream' },
      });
    },
  };
}

function withoutScheme(url: string): string {
  const parsed = new URL(url);
  return `${parsed.host}${parsed.pathname}${parsed.search}`;
}

/** A line for each family, every disagreement below it, then the count. */
export function renderTable(results: readonly VectorResult[]): string {
  const families = [...new Set(results.map(({ vector }) => vector.family))].toSorted();
  const width = Math.max(0, ...families.map((family) => family.length));
  const lines = families.flatMap((family) => {
    const own = results.filter(({ vector }) => vector.family === family);
    const wrong = own.filter(({ isAccepted }) => !isAccepted);
    return [
      `${family.padEnd(width)}  ${String(own.length - wrong.length).padStart(3)} of ${own.length}`,
      ...wrong.flatMap(renderDisagreement),
    ];
  });
  const failed = results.filter(({ isAccepted }) => !isAccepted).length;
  return [...lines, '', `${results.length - failed} passed, ${failed} failed`].join('\n');
}

function renderDisagreement({ vector, verdict: word, reasons }: VectorResult): string[] {
  return [
    `    ✘ ${vector.id}: ${word}, not ${vector.accept.join(' or ')} (${vector.why.slice(0, 160)})`,
    ...reasons.map((reason) => `        ${reason.slice(0, 200)}`),
  ];
}
