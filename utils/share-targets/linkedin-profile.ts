import type { Badge } from '../badge';
import type { LinkedInOrganization } from '../linkedin-organizations';
import { toQuery } from './query';
import type { GuidedField, ShareAction, ShareTarget } from './share-target';

/**
 * The "licence or certification" entry of a profile. LinkedIn announced in 2026 that the address no longer fills the
 * form; some members still see it filled. So the form opens with the values in its address, and the fields are there
 * to be copied one by one: nothing is promised. `organizationId` excludes `organizationName`.
 */
export const linkedInProfile = {
  id: 'linkedin-profile',
  name: null,
  aliases: ['링크드인', 'LinkedIn'],
  text: null,
  accepts: (badge: Badge) => badge.achievement.name !== '',
  share: (badge: Badge) => linkedInEntry(badge, null),
} satisfies ShareTarget;

/** The entry with what is known of the organization behind the issuer; null for its name alone. */
export function linkedInEntry(badge: Badge, organization: LinkedInOrganization | null): ShareAction {
  return { open: toFormUrl(badge, organization), copy: null, fields: toFields(badge, organization) };
}

function toFormUrl(badge: Badge, organization: LinkedInOrganization | null): URL {
  const [issueYear, issueMonth] = yearAndMonth(badge.issuedOn);
  const [expirationYear, expirationMonth] = yearAndMonth(badge.expiresOn);
  const query = toQuery({
    startTask: 'CERTIFICATION_NAME',
    name: badge.achievement.name,
    ...(organization?.number
      ? { organizationId: organization.number }
      : { organizationName: organization?.name ?? badge.issuer.name }),
    issueYear,
    issueMonth,
    expirationYear,
    expirationMonth,
    certUrl: badge.pageUrl,
    certId: badge.credentialId,
  });
  return new URL(`https://www.linkedin.com/profile/add?${query}`);
}

/** In the order of the form. A field that the badge says nothing about is left out. */
function toFields(badge: Badge, organization: LinkedInOrganization | null): GuidedField[] {
  const [issueYear, issueMonth] = yearAndMonth(badge.issuedOn);
  const [expirationYear, expirationMonth] = yearAndMonth(badge.expiresOn);
  const fields: GuidedField[] = [
    { label: 'fieldName', value: badge.achievement.name },
    { label: 'fieldOrganization', value: organization?.name ?? badge.issuer.name },
    { label: 'fieldIssueMonth', value: issueMonth },
    { label: 'fieldIssueYear', value: issueYear },
    { label: 'fieldExpirationMonth', value: expirationMonth },
    { label: 'fieldExpirationYear', value: expirationYear },
    { label: 'fieldCredentialId', value: badge.credentialId ?? '' },
    { label: 'fieldCredentialUrl', value: badge.pageUrl ?? '' },
    // LinkedIn takes them one at a time; how many, we have no source for.
    ...badge.achievement.skills.map((value): GuidedField => ({ label: 'fieldSkill', value })),
  ];
  return fields.filter((field) => field.value !== '');
}

/** "2026-05-14" as ["2026", "5"]; empty strings when there is no day. */
function yearAndMonth(day: string | null): readonly [string, string] {
  const match = /^(\d{4})-(\d{2})/.exec(day ?? '');
  return [match?.[1] ?? '', match?.[2] ? String(Number(match[2])) : ''];
}
