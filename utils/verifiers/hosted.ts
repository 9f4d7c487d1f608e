import type { Io } from '../io';
import { parseAssertion, type Assertion } from '../open-badges/v2';
import { check, type Check, type VerifiedBadge } from '../verification';
import { canonicalId } from './aliases';
import { fetchByOwnId, fetchDocument, type Fetched } from './fetch-document';
import { checkIssuer } from './issuer-checks';
import {
  emptyReport,
  type HostedSubject,
  type Subject,
  type Verifier,
  type VerifierReport,
  type VerifyContext,
} from './verifier';

type Document = Extract<Fetched, { kind: 'document' }>;

/**
 * HostedBadge of Open Badges 2.0: the copy at the assertion's own address is the truth. Asks for it, for the badge
 * class and for the issuer that it names, and compares (https://www.imsglobal.org/spec/ob/v2p0/#hosted-verification).
 */
export const hosted: Verifier = {
  id: 'hosted',
  recognises: (subject) => subject.kind === 'hosted',
  verify,
};

async function verify(target: Subject, { io }: VerifyContext): Promise<VerifierReport> {
  if (target.kind !== 'hosted') return emptyReport;
  const fetched = await fetchFirst(target, io);
  if (fetched.kind !== 'document') return unreachable(fetched);
  const reachable = check('assertion-reachable', 'pass', fetched.url, fetched.host);
  const parsed = parseAssertion(fetched.json);
  if (!parsed.ok) return unreadable(fetched, reachable, parsed.reason);
  const assertion = parsed.value;
  const own = ownChecks(assertion, fetched, target, io.now());
  const issuer = await checkIssuer(assertion, io);
  return {
    ...emptyReport,
    checks: [
      reachable,
      check('assertion-readable', 'pass', 'Open Badges 2.0', fetched.host),
      ...own,
      ...issuer.checks,
    ],
    checkedWith: fetched.host,
    badge: toVerifiedBadge(assertion, issuer),
  };
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
  const first = nothing ?? answers[0];
  return first ?? { kind: 'nothing', url: '', host: '', reason: 'no address' };
}

/** Nobody answered, or there is nothing: both leave it open. A 404 is also how a private badge looks. */
function unreachable(fetched: Exclude<Fetched, { kind: 'document' }>): VerifierReport {
  const detail = fetched.kind === 'nothing' ? fetched.reason : fetched.error.message;
  return {
    ...emptyReport,
    checks: [check('assertion-reachable', 'unknown', detail, fetched.host)],
    checkedWith: fetched.kind === 'nothing' ? fetched.host : null,
    badge: null,
  };
}

/** A badge that is gone needs no assertion any more: many issuers answer only `{"revoked": true}` or a message. */
function unreadable(fetched: Document, reachable: Check, reason: string): VerifierReport {
  const isRevoked = fetched.gone || saysRevoked(fetched.json);
  const decisive = isRevoked
    ? check('not-revoked', 'fail', revocation(fetched), fetched.host)
    : check('assertion-readable', 'fail', reason, fetched.host);
  return { ...emptyReport, checks: [reachable, decisive], checkedWith: fetched.host, badge: null };
}

function ownChecks(assertion: Assertion, fetched: Document, target: HostedSubject, now: Date): Check[] {
  const expected = target.isExactId ? target.assertionUrls : [fetched.url];
  const sameId = expected.some((url) => canonicalId(url) === canonicalId(assertion.id));
  const isRevoked = fetched.gone || assertion.revoked === true;
  const expires = assertion.expires ?? null;
  return [
    check(
      'assertion-id',
      sameId ? 'pass' : 'fail',
      `${assertion.id} ${sameId ? '=' : '≠'} ${fetched.url}`,
      fetched.host,
    ),
    check(
      'not-revoked',
      isRevoked ? 'fail' : 'pass',
      isRevoked ? revocation(fetched) : 'revoked: no',
      fetched.host,
    ),
    check(
      'issued',
      assertion.issuedOn > now ? 'fail' : 'pass',
      assertion.issuedOn.toISOString(),
      fetched.host,
    ),
    check(
      'not-expired',
      expires && expires < now ? 'fail' : 'pass',
      expires?.toISOString() ?? '',
      fetched.host,
    ),
  ];
}

function saysRevoked(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'revoked' in json && json.revoked === true;
}

function revocation({ json, gone }: Document): string {
  const reason =
    typeof json === 'object' && json !== null && 'revocationReason' in json ? json.revocationReason : null;
  if (typeof reason === 'string' && reason) return reason;
  return gone ? 'status 410' : 'revoked: true';
}

function toVerifiedBadge(assertion: Assertion, issuer: { name: string; issuerName: string }): VerifiedBadge {
  return {
    name: issuer.name,
    issuerName: issuer.issuerName,
    issuedOn: assertion.issuedOn.toISOString().slice(0, 10),
    expiresOn: assertion.expires?.toISOString().slice(0, 10) ?? null,
  };
}
