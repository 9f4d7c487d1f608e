import { safeUrl } from './html';
import type { Io } from './io';
import { badgeSources } from './sources/index';
import type { BadgeReference } from './badge-links';
import { verdict, type Verification } from './verification';
import { verifiers } from './verifiers/index';
import type { VerifyTarget } from './verifiers/verifier';

/**
 * Checks a badge: an address (a platform's badge page, or an assertion), or a target that is already known.
 * Runs in a background and in Node alike; `io` is its only way out. Never throws for a bad badge or a broken network:
 * what is wrong is a failed check, what could not be asked an unknown one.
 */
export async function verify(target: VerifyTarget | URL | string, io: Io): Promise<Verification> {
  const known = typeof target === 'string' || target instanceof URL ? toTarget(target) : target;
  const verifier = known && verifiers.find((candidate) => candidate.recognises(known));
  const report = known && verifier ? await verifier.verify(known, io) : nothingToCheck(String(target));
  return {
    verdict: verdict(report.checks),
    checks: report.checks,
    checkedAt: io.now().toISOString(),
    checkedWith: report.checkedWith,
    badge: report.badge,
    pageUrl: known?.pageUrl ?? null,
  };
}

/** What to check for a badge that a page or the library names; null when its source cannot be checked. */
export function toReferenceTarget({ sourceId, id }: BadgeReference): VerifyTarget | null {
  const source = badgeSources.find((candidate) => candidate.id === sourceId);
  const pageUrl = source?.badgePageUrl(id);
  // The page may be a liar: only an id that its own source reads back from the address counts.
  if (!source || !pageUrl || source.parseBadgeUrl(new URL(pageUrl)) !== id) return null;
  return { kind: 'hosted', assertionUrls: source.assertionUrls(id), pageUrl, isExactId: true };
}

function toTarget(address: URL | string): VerifyTarget | null {
  const url = safeUrl(String(address));
  if (!url) return null;
  for (const source of badgeSources) {
    const id = source.parseBadgeUrl(new URL(url));
    if (id) return toReferenceTarget({ sourceId: source.id, id });
  }
  return { kind: 'hosted', assertionUrls: [url], pageUrl: null, isExactId: false };
}

function nothingToCheck(read: string) {
  const detail = `not an https address: ${read.slice(0, 80)}`;
  return {
    checks: [{ id: 'assertion-reachable', result: 'unknown', detail, host: null }] as const,
    checkedWith: null,
    badge: null,
  };
}
