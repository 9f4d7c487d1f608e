import { fieldsOf, idOf, textOf, type Fields } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { canonicalId } from './aliases';
import { checkStatusIssuer, fetchStatusDocument, type StatusBearer } from './status-document';
import type { VerifyContext } from './verifier';

/** How a signed assertion may be named in a list: by its id, or in 1.x by its uid. Null where it has none. */
export interface AssertionName {
  readonly id: string | null;
  readonly uid: string | null;
}

/** A list found: why the badge was taken back (empty when nothing is said), or null when it is not on the list. */
type Lookup = (list: Fields) => string | null | undefined;

/**
 * Whether a signed assertion of 1.x or 2.0 is on its issuer's `revocationList`. In 1.x that is an object of uids and
 * reasons; in 2.0 a RevocationList ("RevocationList", "Signed Verification"). Never throws.
 */
export async function checkRevocationList(
  address: unknown,
  name: AssertionName,
  issuerId: string | null,
  context: VerifyContext,
): Promise<readonly Check[]> {
  const names = [name.id, name.uid].filter((text) => text !== null);
  return checkList(address, { id: name.id, issuerId }, context, (list) => {
    if (Array.isArray(list['revokedAssertions'])) return findEntry(list['revokedAssertions'], names);
    // A RevocationList must have its list; another object without one is the map of 1.x.
    if ('revokedAssertions' in list || '@context' in list) return undefined;
    const key = names.find((text) => Object.hasOwn(list, text));
    return key === undefined ? null : textOf(list[key]);
  });
}

/**
 * Whether a credential is on a 1EdTechRevocationList (1EdTech Revocation List 1.0,
 * https://purl.imsglobal.org/spec/vcrl/v1p0/): `revokedCredential`, which several issuers write in the plural.
 */
export async function checkCredentialRevocationList(
  address: unknown,
  bearer: StatusBearer,
  context: VerifyContext,
): Promise<readonly Check[]> {
  const { id } = bearer;
  if (!id) return [check('not-revoked', 'unknown', 'the badge has no id that a list could name')];
  return checkList(address, bearer, context, (list) => {
    const named = [list['revokedCredential'], list['revokedCredentials']].filter(
      (part) => part !== undefined,
    );
    // The list of a careful issuer is empty, but it says whose it is.
    if (named.length === 0 && list['issuer'] === undefined) return undefined;
    return findEntry(named.flat(), [id]);
  });
}

async function checkList(
  address: unknown,
  bearer: StatusBearer,
  context: VerifyContext,
  lookUp: Lookup,
): Promise<readonly Check[]> {
  const document = await fetchStatusDocument(address, context);
  if (document.kind === 'unreadable')
    return [check('not-revoked', 'unknown', document.reason, document.host)];
  const { subject, host, url } = document;
  const found = subject.kind === 'json' ? lookUp(subject.json) : undefined;
  if (found === undefined || subject.kind !== 'json')
    return [check('not-revoked', 'unknown', `${url}: no revocation list`, host)];
  const result =
    found === null
      ? check('not-revoked', 'pass', `not in ${url}`, host)
      : check('not-revoked', 'fail', `${url}: ${found || 'revoked'}`, host);
  const { issuer } = subject.json;
  const listIssuer = typeof issuer === 'string' ? issuer : idOf(fieldsOf(issuer));
  return [result, ...checkStatusIssuer(listIssuer, bearer, host)];
}

/** The reason in the entry that names one of these; null when none does, or the one that does takes it back. */
function findEntry(entries: readonly unknown[], names: readonly string[]): string | null {
  const wanted = new Set([...names, ...names.map(canonicalId)]);
  const isNamed = (id: unknown) => typeof id === 'string' && (wanted.has(id) || wanted.has(canonicalId(id)));
  for (const entry of entries) {
    const fields = typeof entry === 'string' ? { id: entry } : fieldsOf(entry);
    if (!fields || fields['revoked'] === false) continue;
    if ([fields['id'], fields['@id'], fields['uid']].some(isNamed)) {
      return textOf(fields['revocationReason']) || textOf(fields['reason']);
    }
  }
  return null;
}
