import type { RecipientMatch } from '../verification';
import type { RecipientIdentity, RecipientProfile } from './verifier';

/** Whether one of the badge's identities is one of the profile's (Open Badges 2.0, "IdentityObject"). */
export async function matchRecipient(
  identities: readonly RecipientIdentity[],
  profile: RecipientProfile | undefined,
): Promise<RecipientMatch> {
  if (!profile) return { match: 'not-asked', detail: '' };
  return { match: 'unknown', detail: `${identities.length}` };
}
