import { parseMoment } from '../open-badges/moment';
import { textOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import type { ProofResult } from './cryptosuites/cryptosuite';
import { findHiddenTerms } from './hidden-terms';

/** What a suite found out, as checks. `missingKey` says why there was no key. */
export function toSignatureChecks(result: ProofResult, document: Fields, missingKey: string): Check[] {
  if (!('quads' in result)) return toFailureChecks(result);
  const { kind, reason, quads } = result;
  const word = ({ verified: 'pass', refused: 'fail', unchecked: 'unknown' } as const)[kind];
  const hidden = quads === null ? [] : findHiddenTerms(document, quads);
  return [
    check('signature', word, kind === 'unchecked' ? missingKey || reason : reason),
    check('signed-terms', hidden.length > 0 ? 'fail' : 'pass', hidden.join(', ')),
  ];
}

/** A document that could not be read as it was signed. Only what nobody can have signed is a fault. */
function toFailureChecks({ kind, reason }: Exclude<ProofResult, { quads: unknown }>): Check[] {
  if (kind === 'malformed') return [check('signature', 'fail', reason)];
  if (kind === 'excessive') return [check('signature', 'unknown', reason)];
  const detail = kind === 'unknown-context' ? `unknown context ${reason}` : reason;
  return [
    check('signature', 'unknown', detail),
    check('signed-terms', kind === 'unsafe' ? 'fail' : 'unknown', detail),
    ...(kind === 'unknown-context' ? [check('context', 'unknown', reason)] : []),
  ];
}

/**
 * What a proof says of itself: it must be made for assertions, and it may be over before the credential is
 * (Data Integrity 1.0, "Proofs"). `domain` and `challenge` are for presentations.
 */
export function checkProofItself(proof: Fields, now: Date): Check[] {
  // A string (Data Integrity 1.0, "Proofs"): a list could name a second purpose that others read first.
  const { proofPurpose } = proof;
  const purpose = typeof proofPurpose === 'string' ? proofPurpose : '';
  const unreadable = ['created', 'expires'].filter((name) => name in proof && !toMoment(proof[name]));
  const expires = toMoment(proof['expires']);
  return [
    ...(purpose.replace(/^https:\/\/w3id\.org\/security#/, '') === 'assertionMethod'
      ? []
      : [check('algorithm', 'fail', `proofPurpose ${purpose || 'is missing'}`)]),
    ...unreadable.map((name) => check('dates', 'fail', `proof ${name} ${textOf(proof[name])}`)),
    ...(expires && expires < now
      ? [check('not-expired', 'fail', `proof expires ${expires.toISOString()}`)]
      : []),
  ];
}

function toMoment(value: unknown): Date | null {
  return typeof value === 'string' ? parseMoment(value) : null;
}
