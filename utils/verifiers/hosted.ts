import type { WebUrl } from '../html';
import type { Io } from '../io';
import { parseAssertion } from '../open-badges/v2';
import { check, type Check } from '../verification';
import { toAsked } from './aliases';
import { verifyEndorsement } from './endorsement-2';
import { faultText, fetchByOwnId, fetchDocument, type Fetched, type FetchedDocument } from './fetch-document';
import { compareCopies } from './hosted-copy';
import { reportAssertion } from './hosted-report';
import { hostedAddressOf, isCredential, legacyKind } from './legacy-json';
import { credentialTwin } from './platforms';
import { isObject } from '../open-badges/v1';
import {
  emptyReport,
  type HostedSubject,
  type JsonSubject,
  type Verifier,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

/**
 * HostedBadge of Open Badges 0.5 to 2.1: the copy at the assertion's own address is the truth. Asks for it, for the badge
 * class and for the issuer that it names, and compares (https://www.imsglobal.org/spec/ob/v2p0/#hosted-verification).
 */
export const hosted: Verifier = {
  id: 'hosted',
  recognises: (subject) =>
    subject.kind === 'hosted' || (subject.kind === 'json' && legacyKind(subject.json) !== null),
  verify: (subject, context) => {
    if (subject.kind === 'json') return verifyCopy(subject, context);
    return subject.kind === 'hosted' ? verifyRecord(subject, context) : Promise.resolve(emptyReport);
  },
};

/** A signed badge may lie where the record of a hosted one would. */
const compactJws = /^\s*ey[\w-]+=*\.[\w-]+=*\.[\w-]+=*\s*$/;

async function verifyRecord(subject: HostedSubject, context: VerifyContext): Promise<VerifierReport> {
  const fetched = await fetchFirst(subject, context.io);
  if (fetched.kind === 'document') return reportDocument(fetched, subject, context);
  if (fetched.kind === 'nothing' && compactJws.test(fetched.text)) {
    const from = { container: 'url', url: toAsked(fetched.url) } as const;
    return context.verifyNested({ kind: 'jws', token: fetched.text.trim(), from });
  }
  const twin = fetched.kind === 'nothing' ? await verifyTwin(subject, context) : null;
  return twin ?? unreachable(fetched);
}

/** What the address has may be of any version. */
async function reportDocument(
  fetched: FetchedDocument,
  subject: HostedSubject,
  context: VerifyContext,
): Promise<VerifierReport> {
  const { json, host, text, url } = fetched;
  const kind = legacyKind(json);
  if (kind === 'endorsement' || subject.endorses) {
    return verifyEndorsement(fetched, subject.endorses ?? null, context);
  }
  if (kind === 'part') return onlyPart(host);
  if (kind === null && isObject(json) && isCredential(json)) {
    return context.verifyNested({ kind: 'json', json, text, from: { container: 'url', url } });
  }
  return (await reportAssertion(fetched, subject, context)).report;
}

/**
 * A badge from a file, a text or an image that holds the record itself. The copy only says where the record lies ("the
 * input data should only be trusted to identify the URI"), and must not differ from it.
 */
async function verifyCopy(subject: JsonSubject, context: VerifyContext): Promise<VerifierReport> {
  const { json, from, endorses } = subject;
  const kind = legacyKind(json);
  if (kind === 'part') return onlyPart(null);
  const address = hostedAddressOf(json) ?? (from.container === 'url' && !endorses ? from.url : null);
  const record = toRecord(address, endorses);
  // Of a badge that was taken back many keep no more than its id: the record says the rest.
  const isStub = kind === 'endorsement' || json['revoked'] === true;
  if (isStub) return record ? verifyRecord(record, context) : nowhere();
  const copy = parseAssertion(json, { url: address });
  if (!copy.ok) return { ...emptyReport, checks: [check('assertion-readable', 'fail', copy.reason)] };
  if (copy.value.verification?.type === 'signed') {
    const unsigned = check('signature', 'unknown', 'says SignedBadge, but comes without its signature');
    return { ...emptyReport, checks: [unsigned] };
  }
  if (!record) return nowhere();
  const fetched = await fetchFirst(record, context.io);
  if (fetched.kind !== 'document') return unreachable(fetched);
  if (legacyKind(fetched.json) === 'endorsement') return onlyPart(fetched.host);
  const { report, assertion } = await reportAssertion(fetched, record, context);
  if (!assertion) return report;
  const compared = await compareCopies(copy.value, assertion, fetched.host);
  return { ...report, checks: [compared, ...report.checks] };
}

function toRecord(address: string | null, endorses?: readonly string[]): HostedSubject | null {
  const url = address ? toAsked(address) : null;
  const record = url && { kind: 'hosted' as const, assertionUrls: [url], pageUrl: null, isExactId: false };
  return record && (endorses ? { ...record, endorses } : record);
}

/** The first address that has a document; else the most telling of the answers. */
async function fetchFirst({ assertionUrls, isExactId }: HostedSubject, io: Io): Promise<Fetched> {
  const answers: Fetched[] = [];
  for (const address of assertionUrls) {
    const answer = await (isExactId ? fetchDocument : fetchByOwnId)(address, io);
    if (answer.kind === 'document') return answer;
    answers.push(answer);
  }
  const nothing = answers.find((answer) => answer.kind === 'nothing');
  return nothing ?? answers[0] ?? { kind: 'nothing', url: '', host: '', reason: 'no address', text: '' };
}

/** Some platforms have a badge of 3.0 under the same id, also where there is none of 2.0. */
async function fetchTwin({ assertionUrls }: HostedSubject, io: Io) {
  const twins = assertionUrls.map(credentialTwin).filter((url): url is WebUrl => url !== null);
  const fetched = twins[0] ? await fetchDocument(twins[0], io) : null;
  if (fetched?.kind !== 'document' || fetched.gone) return null;
  const { json } = fetched;
  return isObject(json) && isCredential(json) ? { ...fetched, json } : null;
}

async function verifyTwin(subject: HostedSubject, context: VerifyContext): Promise<VerifierReport | null> {
  const twin = await fetchTwin(subject, context.io);
  if (!twin) return null;
  const { json, text, url } = twin;
  return context.verifyNested({ kind: 'json', json, text, from: { container: 'url', url } });
}

/** A badge's own record as its issuer gives it now, whatever its version: what `hosted` would verify. Never throws. */
export async function fetchRecord(subject: HostedSubject, io: Io): Promise<Fetched> {
  const fetched = await fetchFirst(subject, io);
  return fetched.kind === 'nothing' ? ((await fetchTwin(subject, io)) ?? fetched) : fetched;
}

/** Nobody answered, or there is nothing: both leave it open. A 404 is also how a private badge looks. */
function unreachable(fetched: Exclude<Fetched, { kind: 'document' }>): VerifierReport {
  const detail = fetched.kind === 'nothing' ? `${fetched.url}: ${fetched.reason}` : faultText(fetched.error);
  return {
    ...emptyReport,
    checks: [check('assertion-reachable', 'unknown', detail, fetched.host)],
    checkedWith: fetched.kind === 'nothing' ? fetched.host : null,
  };
}

function nowhere(): VerifierReport {
  const open = check('assertion-reachable', 'unknown', 'it does not say where its record lies');
  return { ...emptyReport, checks: [open] };
}

/** A badge class or an issuer is no award: nothing is right or wrong about it. */
function onlyPart(host: string | null): VerifierReport {
  const found: Check = check('badge-data', 'unknown', 'a part of badges, awarded to nobody', host);
  return { ...emptyReport, checks: [found], checkedWith: host };
}
