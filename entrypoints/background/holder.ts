import { badgeSources } from '@/utils/sources/index';
import type { BadgeReference } from '@/utils/badge-links';
import { compareHolderNames } from '@/utils/holder-name';
import { rememberHolder } from '@/utils/library';
import { readVerification } from '@/utils/library-queries';
import { createLoggedIo } from '@/utils/network-log';
import type { Holder, HolderMatch, ShownPerson } from '@/utils/holder';
import type { Verification } from '@/utils/verification';
import { loadVerifier } from './load-verifier';

const answers = { same: 'yes', different: 'no', unknown: 'unknown' } as const;
const nobody = { emails: [], urls: [], telephones: [], names: [], ids: [] };

/**
 * Whether a badge that was checked is whose the page shows: by its recipient's identity for the sender of a mail, by the
 * printed name for a profile. What was read of a profile or mail is compared here and not kept.
 */
export async function compareHolder(
  reference: BadgeReference,
  { as, text }: ShownPerson,
  mayAsk: boolean,
): Promise<HolderMatch> {
  const known = await readVerification(reference);
  const verification = known?.verification.holder ? known.verification : known?.lastGood;
  const holder = verification?.holder;
  if (!verification || !holder) return { as, match: 'unknown', isStated: false };
  if (as === 'sender') {
    const { matchRecipient } = await loadVerifier();
    const { match } = await matchRecipient(holder.identities, { ...nobody, emails: [text] });
    const isStated = holder.identities.length > 0;
    return { as, match: match === 'not-asked' ? 'unknown' : match, isStated };
  }
  const name = holder.name ?? (mayAsk ? await askName(reference, verification, holder) : null);
  if (name === null) return { as, match: 'unknown', isStated: false };
  return { as, match: answers[compareHolderNames(name, text)], isStated: true };
}

/** Once: the name is kept with the result. A page that cannot be had leaves the question open. */
async function askName(
  reference: BadgeReference,
  { badge }: Verification,
  holder: Holder,
): Promise<string | null> {
  const source = badgeSources.find(({ id }) => id === reference.sourceId);
  if (!source?.readHolder || !badge) return null;
  const name = await source.readHolder(reference.id, badge, createLoggedIo('verification')).catch(() => null);
  if (name !== null) await rememberHolder(reference, { ...holder, name });
  return name;
}
