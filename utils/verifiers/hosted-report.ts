import { isObject } from '../open-badges/v1';
import { parseAssertion, type Assertion } from '../open-badges/v2';
import { check, type Check } from '../verification';
import { canonicalHost, canonicalId, isWebAddress } from './aliases';
import { assertionChecks, identitiesOf } from './assertion-checks';
import { endorsementsOf } from './endorsement-2';
import { checkExtensions } from './extensions';
import { isAt, type FetchedDocument } from './fetch-document';
import { checkImages } from './image-check';
import { checkIssuer, placesOf } from './issuer-checks';
import { emptyReport, type HostedSubject, type VerifierReport, type VerifyContext } from './verifier';

export interface AssertionReport {
  readonly report: VerifierReport;
  /** What the hosted copy says; null when it could not be read. */
  readonly assertion: Assertion | null;
}

/** Everything that is checked about a hosted assertion that was fetched. */
export async function reportAssertion(
  fetched: FetchedDocument,
  subject: HostedSubject,
  { io }: VerifyContext,
): Promise<AssertionReport> {
  const { host } = fetched;
  const reachable = [...fetched.notes, check('assertion-reachable', 'pass', fetched.url, host)];
  const parsed = parseAssertion(fetched.json, { url: fetched.addresses[0] ?? fetched.url });
  if (!parsed.ok) return { report: unreadable(fetched, reachable, parsed.reason), assertion: null };
  const assertion = parsed.value;
  const places = placesOf(assertion.id, fetched.url);
  const issuer = await checkIssuer(assertion, io, places);
  const documents = [assertion, issuer.badgeClass, issuer.profile];
  const own = [checkId(assertion, fetched, subject), checkRevoked(assertion, fetched)];
  // Of a platform's own records many stand on one page, and the platform made their pictures.
  const mayFetch = !subject.isExactId && canonicalHost(fetched.url) !== 'www.credly.com';
  const images = await checkImages(assertion, issuer, { base: fetched.url, mayFetch }, io);
  const report: VerifierReport = {
    ...emptyReport,
    checks: [
      ...reachable,
      check('assertion-readable', 'pass', `Open Badges ${assertion.version}`, host),
      ...own,
      ...checkProof(assertion, host),
      ...assertionChecks(assertion, io.now(), host),
      ...issuer.checks,
      ...images,
      ...(await checkExtensions(
        documents.filter((document) => document !== null),
        io,
      )),
    ],
    checkedWith: host,
    badge: {
      name: issuer.badgeClass?.name ?? '',
      issuerName: issuer.profile?.name ?? '',
      issuedOn: toDay(assertion.issuedOn) ?? '',
      expiresOn: toDay(assertion.expires),
    },
    form: `Open Badges ${assertion.version}, hosted`,
    issuer: issuer.claim,
    identities: identitiesOf(assertion),
    endorsements: endorsementsOf(documents, { container: 'url', url: fetched.url }),
  };
  return { report, assertion };
}

/** A badge that is gone needs no assertion any more: many issuers answer only `{"revoked": true}` or a message. */
function unreadable(fetched: FetchedDocument, reachable: readonly Check[], reason: string): VerifierReport {
  const isRevoked = fetched.gone || (isObject(fetched.json) && saysRevoked(fetched.json['revoked']));
  const decisive = isRevoked
    ? check('not-revoked', 'fail', revocation(fetched), fetched.host)
    : check('assertion-readable', 'fail', reason, fetched.host);
  return { ...emptyReport, checks: [...reachable, decisive], checkedWith: fetched.host };
}

/** The record is the one that was asked for. An id without address proves nothing and is no contradiction (no. 12). */
function checkId(assertion: Assertion, fetched: FetchedDocument, subject: HostedSubject): Check {
  const { id } = assertion;
  const isExpected = subject.isExactId
    ? subject.assertionUrls.some((url) => canonicalId(url) === canonicalId(id))
    : !isWebAddress(id) || isAt(id, fetched);
  return check(
    'assertion-id',
    isExpected ? 'pass' : 'fail',
    `${id} ${isExpected ? '=' : '≠'} ${fetched.url}`,
    fetched.host,
  );
}

function checkRevoked(assertion: Assertion, fetched: FetchedDocument): Check {
  const isRevoked = fetched.gone || saysRevoked(assertion.revoked);
  const detail = isRevoked ? revocation(fetched) : 'revoked: no';
  return check('not-revoked', isRevoked ? 'fail' : 'pass', detail, fetched.host);
}

/** Some write the boolean as text. */
function saysRevoked(revoked: unknown): boolean {
  return revoked === true || revoked === 'true';
}

function revocation({ json, gone }: FetchedDocument): string {
  const reason = isObject(json) ? json['revocationReason'] : null;
  if (typeof reason === 'string' && reason) return reason;
  return gone ? 'status 410' : 'revoked: true';
}

/** A record that wants to be verified by a signature is not verified by lying somewhere. */
function checkProof({ verification }: Assertion, host: string): Check[] {
  if (verification?.type !== 'signed') return [];
  return [check('signature', 'unknown', 'says SignedBadge, but comes without its signature', host)];
}

function toDay(moment: Assertion['issuedOn']): string | null {
  return moment?.at.toISOString().slice(0, 10) ?? null;
}
