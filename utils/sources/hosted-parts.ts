import { toAppError, AppError, type ErrorCode, type ErrorRecord } from '../errors';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { fieldsOf, type Fields } from '../open-badges/v3-fields';
import { readJson } from '../read-json';

/** An assertion of Open Badges 2.0 with what it names: each part embedded, or as it was fetched. Not trusted yet. */
export interface HostedParts {
  readonly assertion: Fields;
  readonly badgeClass: Fields;
  readonly issuer: Fields;
}

/** Faults of one document alone; anything else ends the pull, which goes on later. */
const ofOneDocument: ReadonlySet<ErrorCode> = new Set([
  'not-found',
  'private-profile',
  'sign-in-required',
  'not-json',
  'bad-response',
  'too-large',
  'refused-address',
  'permission-needed',
]);

/** The parts of several assertions, and why one of them could not be had; each address is asked once. */
export async function fetchAllParts(
  values: readonly unknown[],
  io: Io,
): Promise<{ records: HostedParts[]; problem: ErrorRecord | null }> {
  const ask = remembering(io);
  const records: HostedParts[] = [];
  let problem: ErrorRecord | null = null;
  for (const value of values) {
    try {
      records.push(await fetchParts(value, ask));
    } catch (cause) {
      const error = toAppError(cause);
      if (!ofOneDocument.has(error.code)) throw error;
      problem ??= error.toRecord();
    }
  }
  return { records, problem };
}

/** An assertion, its class and its issuer; each may be embedded or only named by its address. */
async function fetchParts(value: unknown, ask: Ask): Promise<HostedParts> {
  const assertion = await toObject(value, ask);
  const badgeClass = await toObject(assertion['badge'], ask);
  const issuer = await toObject(badgeClass['issuer'], ask);
  return { assertion, badgeClass, issuer };
}

type Ask = (address: string) => Promise<Fields>;

/** An embedded object that says more than its name, else the document behind its address. */
async function toObject(value: unknown, ask: Ask): Promise<Fields> {
  const fields = fieldsOf(value);
  if (fields && Object.keys(fields).some((key) => !['id', '@id', 'type', '@context'].includes(key)))
    return fields;
  const address = typeof value === 'string' ? value : (fields?.['id'] ?? fields?.['@id']);
  const url = safeUrl(address);
  if (!url) throw new AppError('bad-response', 'a part of a badge is named by no address');
  return ask(url);
}

function remembering(io: Io): Ask {
  const answers = new Map<string, Promise<Fields>>();
  const ask = async (address: string) => {
    const response = await io.fetch(address, {
      accept: 'application/ld+json, application/json;q=0.9',
      maxBytes: 1_000_000,
      redirect: 'follow',
      revalidate: true,
    });
    const fields = fieldsOf(await readJson(response, io.now()));
    if (!fields) throw new AppError('bad-response', `${new URL(address).hostname}: no object`);
    return fields;
  };
  return (address) => {
    const known = answers.get(address) ?? ask(address);
    answers.set(address, known);
    return known;
  };
}
