import type { BadgeReference } from './badge-links';
import { toAppError } from './errors';
import type { Io } from './io';
import { badgeSources } from './sources/index';
import { check, isNote, verdict, type Check, type Endorsement, type Verification } from './verification';
import { matchRecipient, toHolder } from './verifiers/identity';
import { verifiers } from './verifiers/index';
import { judgeAddress, judgeIssuer } from './verifiers/issuer-trust';
import { openAddress } from './verifiers/open-address';
import { readContent } from './verifiers/read-content';
import { createRememberingIo } from './verifiers/remembering-io';
import {
  emptyReport,
  type HostedSubject,
  type RecipientProfile,
  type Subject,
  type VerifierReport,
  type VerifyContext,
} from './verifiers/verifier';

export { matchRecipient };

/** An address; the bytes of a file; text (an address, JSON, JWS or JWT); or a record whose place is known. */
export type VerifyTarget = URL | Uint8Array | string | HostedSubject;

export interface VerifyOptions {
  /** Whom the badge should belong to; without it nobody is compared. */
  readonly recipient?: RecipientProfile;
  /** Whether public registries of issuers may be asked over the network. */
  readonly mayAskRegistries?: boolean;
}

/** A status list may have a proof of its own, and that is as deep as it goes. */
const maxDepth = 3;

/**
 * Checks a badge of any Open Badges form. Runs in a background and in Node alike; `io` is its only way out. Never
 * throws for a bad badge or a broken network: what is wrong is a failed check, what could not be asked an unknown one.
 */
export async function verify(
  target: VerifyTarget,
  io: Io,
  options: VerifyOptions = {},
): Promise<Verification> {
  const own = createRememberingIo(io);
  const { subject, checks, pageUrl } = await openTarget(target, own);
  const report = subject ? await verifySubject(subject, own, 0) : emptyReport;
  const all = [...checks, ...report.checks];
  const endorsements = await verifyEndorsements(report, own);
  const issuerTrust = report.issuer
    ? await judgeIssuer(report.issuer, own, options)
    : await judgeAddress(pageUrl ?? (subject?.kind === 'hosted' ? subject.assertionUrls[0] : '') ?? '');
  return {
    verdict: verdict(all),
    checks: all,
    checkedAt: io.now().toISOString(),
    checkedWith: report.checkedWith,
    badge: report.badge,
    pageUrl,
    form: report.form,
    issuerTrust,
    recipient: await matchRecipient(report.identities, options.recipient),
    holder: toHolder(report.identities),
    endorsements,
    missingHosts: [...own.missingHosts],
  };
}

/** What to check for a badge that a page or the library names; null when its source cannot be checked. */
export function toReferenceTarget({ sourceId, id }: BadgeReference): HostedSubject | null {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  const pageUrl = source?.badgePageUrl(id);
  // The page may be a liar: only an id that its own source reads back from the address counts.
  if (!source || !pageUrl || source.parseBadgeUrl(new URL(pageUrl)) !== id) return null;
  const assertionUrls = source.assertionUrls(id);
  // A badge that is a page and nothing else has no record that could be checked.
  if (assertionUrls.length === 0) return null;
  return { kind: 'hosted', assertionUrls, pageUrl, isExactId: !source.movesRecords };
}

interface Opened {
  readonly subject: Subject | null;
  /** What was found out on the way to the subject. */
  readonly checks: readonly Check[];
  readonly pageUrl: Verification['pageUrl'];
}

/** A fault of ours must not become a verdict on somebody's badge, nor end the report. */
function unexpected(cause: unknown): Check {
  const { code, message } = toAppError(cause);
  return check('assertion-readable', 'unknown', `${code}: ${message}`);
}

async function openTarget(target: VerifyTarget, io: Io): Promise<Opened> {
  try {
    return await toSubject(target, io);
  } catch (cause) {
    return { subject: null, checks: [unexpected(cause)], pageUrl: null };
  }
}

async function toSubject(target: VerifyTarget, io: Io): Promise<Opened> {
  if (target instanceof Uint8Array) return openBytes(target, 'file', io);
  if (typeof target === 'object' && 'kind' in target) {
    return { subject: target, checks: [], pageUrl: target.pageUrl };
  }
  const address = typeof target === 'string' ? toAddress(target) : target;
  if (address) return openAddress(address, io);
  return openBytes(new TextEncoder().encode(String(target)), 'text', io);
}

/** Badges of 0.5, and some bakers since, carry nothing but an address; that may be a platform's page, too. */
async function openBytes(bytes: Uint8Array, container: 'file' | 'text', io: Io): Promise<Opened> {
  const content = await readContent(bytes, { container, url: null });
  const address = content.subject?.kind === 'hosted' ? content.subject.assertionUrls[0] : undefined;
  if (!address) return { ...content, pageUrl: null };
  const opened = await openAddress(new URL(address), io);
  return { ...opened, checks: [...content.checks, ...opened.checks] };
}

/** Text that is one web address and nothing else. */
function toAddress(text: string): URL | null {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed) : null;
}

async function verifySubject(subject: Subject, io: Io, depth: number): Promise<VerifierReport> {
  try {
    const verifier = verifiers.find((candidate) => candidate.recognises(subject));
    if (!verifier)
      return { ...emptyReport, checks: [check('assertion-readable', 'fail', 'no badge of a known form')] };
    const report = await verifier.verify(subject, createContext(io, depth));
    // That nothing was found wrong is no finding.
    if (report.checks.some(({ id }) => !isNote(id))) return report;
    return { ...report, checks: [...report.checks, check('assertion-readable', 'unknown', verifier.id)] };
  } catch (cause) {
    return { ...emptyReport, checks: [unexpected(cause)] };
  }
}

/** What a verifier gets beside its subject; for those who check a part alone (a status entry). */
export function createContext(io: Io, depth = 0): VerifyContext {
  return {
    io,
    depth,
    verifyNested: async (nested) =>
      depth + 1 < maxDepth
        ? verifySubject(nested, io, depth + 1)
        : { ...emptyReport, checks: [check('assertion-reachable', 'unknown', 'nested too deep')] },
  };
}

async function verifyEndorsements({ endorsements }: VerifierReport, io: Io): Promise<Endorsement[]> {
  const results: Endorsement[] = [];
  for (const subject of endorsements.slice(0, 10)) {
    const report = await verifySubject(subject, io, 1);
    results.push({
      issuerName: report.badge?.issuerName ?? '',
      comment: report.endorsementComment ?? '',
      verdict: verdict(report.checks),
      checks: report.checks,
    });
  }
  return results;
}
