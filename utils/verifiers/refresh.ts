import { parseJsonText } from '../open-badges/json-text';
import { parseCredential, type OpenBadgeCredential } from '../open-badges/v3';
import { fieldsOf, idOf, listOf, textsOf, type Fields } from '../open-badges/v3-fields';
import { toAppError } from '../errors';
import { check, verdict, type Check } from '../verification';
import { findTokenClaims } from './token-claims';
import type { Subject, VerifierReport, VerifyContext } from './verifier';

/** What asking for a newer copy gave. */
export interface Refreshed {
  /** The note `refresh`; null when the credential names no service. */
  readonly check: Check | null;
  /** The report on the newer copy, when it counts instead. */
  readonly report: VerifierReport | null;
}

const nothing: Refreshed = { check: null, report: null };

/**
 * Asks the issuer's refresh service for the newest copy of a credential, once (1EdTech Credential Refresh Service 1.0;
 * Open Badges 3.0, "Verification"). It counts when it holds and is the same credential of the same issuer.
 */
export async function refreshCredential(
  credential: OpenBadgeCredential,
  context: VerifyContext,
): Promise<Refreshed> {
  const service = listOf(credential.json['refreshService']).find(({ type }) =>
    textsOf(type).includes('1EdTechCredentialRefresh'),
  );
  const address = service ? idOf(service) : null;
  // A copy of a copy is not asked for: once is enough.
  if (!address || context.depth > 0) return nothing;
  const host = URL.canParse(address) ? new URL(address).hostname : null;
  try {
    const subject = await fetchCopy(address, context);
    if (!subject)
      return { check: check('refresh', 'unknown', `${address}: no credential`, host), report: null };
    return await judgeCopy(subject, credential, host, context);
  } catch (cause) {
    return { check: check('refresh', 'unknown', toAppError(cause).message, host), report: null };
  }
}

async function fetchCopy(address: string, { io }: VerifyContext): Promise<Subject | null> {
  const accept = 'application/vc+ld+json, application/vc+jwt, application/ld+json, application/json';
  const response = await io.fetch(address, { accept, maxBytes: 1_000_000 });
  const text = (await response.text()).trim();
  if (!response.ok) return null;
  const from = { container: 'text', url: null } as const;
  if (/^[\w-]+=*\.[\w-]+=*\.[\w-]+=*$/.test(text)) return { kind: 'jws', token: text, from };
  const read = parseJsonText(text);
  const json = read.kind === 'json' ? fieldsOf(read.value) : null;
  return json && { kind: 'json', json, text, from };
}

async function judgeCopy(
  subject: Subject,
  { json, id, issuer }: OpenBadgeCredential,
  host: string | null,
  context: VerifyContext,
): Promise<Refreshed> {
  const note = (result: Check['result'], detail: string) => check('refresh', result, detail, host);
  const copy = parseCredential(claimsOf(subject));
  if (!copy.ok) return { check: note('fail', copy.reason), report: null };
  const { value } = copy;
  if (!id || value.id !== id || value.issuer.id !== issuer.id) {
    return { check: note('fail', `${value.id} by ${value.issuer.id} ≠ ${id} by ${issuer.id}`), report: null };
  }
  if (JSON.stringify(value.json) === JSON.stringify(json))
    return { check: note('pass', 'the same'), report: null };
  const report = await context.verifyNested(subject);
  const word = verdict(report.checks);
  if (word === 'unverifiable') return { check: note('unknown', word), report: null };
  if (word === 'tampered' || word === 'invalid') return { check: note('fail', word), report: null };
  return { check: note('pass', word), report };
}

function claimsOf(subject: Subject): Fields | null {
  if (subject.kind === 'json') return subject.json;
  return subject.kind === 'jws' ? findTokenClaims(subject.token) : null;
}
