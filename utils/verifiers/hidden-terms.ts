import type { Fields } from '../open-badges/v3-fields';

const vocabulary = 'https://www.w3.org/2018/credentials#';
/** Members that decide whether a credential is good. */
const decisive = [
  'issuer',
  'issuanceDate',
  'validFrom',
  'expirationDate',
  'validUntil',
  'credentialStatus',
  'credentialSubject',
] as const;

/**
 * Signed statements that the document hides from whoever reads it as JSON. Signatures over N-Quads cover what is
 * said, not the words for it: a holder can give `validUntil` or `credentialStatus` another name, by a context of his own
 * or by its full address, and the signature still holds (Data Integrity 1.0, "Context Validation"). So every
 * decisive statement about the credential must be there under its own name.
 * @returns the names that are hidden
 */
export function findHiddenTerms(json: Fields, quads: string): readonly string[] {
  const { id } = json;
  const isOwn = (subject = '') => (typeof id === 'string' ? subject === `<${id}>` : subject.startsWith('_:'));
  const said = quads
    .split('\n')
    .map((line) => line.split(' ', 2))
    .flatMap(([subject, predicate]) => (isOwn(subject) && predicate ? [predicate] : []));
  return decisive.filter((name) => {
    const signed = said.filter((predicate) => predicate === `<${vocabulary}${name}>`).length;
    return signed > (typeof id === 'string' ? countIn(json, name) : countEverywhere(json, name));
  });
}

function countIn(json: Fields, name: string): number {
  return name in json ? [json[name]].flat().length : 0;
}

/** Without an id it cannot be told which of the nameless subjects is the credential; those inside count, too. */
function countEverywhere(value: unknown, name: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : countIn(value as Fields, name);
  return Object.values(value).reduce<number>((sum, member) => sum + countEverywhere(member, name), own);
}
