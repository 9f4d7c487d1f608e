import type { Assertion } from '../open-badges/v2';
import { inWords } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { identitiesOf } from './assertion-checks';
import { canonicalId } from './aliases';
import { matchRecipient } from './identity';
import type { RecipientIdentity } from './verifier';

/**
 * Whether a badge from a file or a text says the same as the copy at its own address: badge, recipient and day of issue
 * only. Everything else changes harmlessly; a whole comparison fails good badges (facts, section 5, no. 28).
 */
export async function compareCopies(copy: Assertion, hosted: Assertion, host: string): Promise<Check> {
  const differences = [
    badgeIdOf(copy) === badgeIdOf(hosted) ? [] : [`badge ${badgeIdOf(copy)} ≠ ${badgeIdOf(hosted)}`],
    (await sameRecipient(identitiesOf(copy), identitiesOf(hosted))) ? [] : ['recipient differs'],
    sameMoment(copy.issuedOn, hosted.issuedOn) ? [] : ['issuedOn differs'],
  ].flat();
  const isSame = differences.length === 0;
  return check('hosted-copy', isSame ? 'pass' : 'fail', differences.join('; ') || hosted.id, host);
}

/** The class's id, or its name where it has none (0.5). */
function badgeIdOf({ badge }: Assertion): string {
  if (typeof badge === 'string') return canonicalId(badge);
  const id = badge['id'];
  return typeof id === 'string' && id !== '' ? canonicalId(id) : inWords(badge['name']);
}

async function sameRecipient(
  copies: readonly RecipientIdentity[],
  hosted: readonly RecipientIdentity[],
): Promise<boolean> {
  for (const copy of copies) {
    if (!(await isAmong(copy, hosted))) return false;
  }
  return true;
}

/** The same hash; or one plain and the other its hash: platforms show one or the other. */
async function isAmong(copy: RecipientIdentity, hosted: readonly RecipientIdentity[]): Promise<boolean> {
  for (const own of hosted) {
    if (own.isHashed === copy.isHashed) {
      const isSame = own.value.trim().toLowerCase() === copy.value.trim().toLowerCase();
      if (isSame && (!own.isHashed || own.salt === copy.salt)) return true;
      continue;
    }
    const [hash, plain] = own.isHashed ? [own, copy] : [copy, own];
    const values = [plain.value];
    const profile = { emails: values, urls: values, telephones: values, names: values, ids: values };
    if ((await matchRecipient([hash], profile)).match === 'yes') return true;
  }
  return false;
}

/** To the second, or to the day where one of them says no more. */
function sameMoment(copy: Assertion['issuedOn'], hosted: Assertion['issuedOn']): boolean {
  if (!copy || !hosted) return copy === hosted;
  const [one, other] = [copy.at.toISOString(), hosted.at.toISOString()];
  const digits = copy.isWithoutZone || hosted.isWithoutZone ? 10 : 19;
  return one.slice(0, digits) === other.slice(0, digits);
}
