import type { Badge } from '../badge';
import { toQuery } from './query';
import type { GuidedField, ShareTarget } from './share-target';

/**
 * The "licence or certification" entry of a profile. LinkedIn announced in 2026 that the address no longer fills the
 * form; some members still see it filled. So the form opens with the values in its address, and the fields are there
 * to be copied one by one: nothing is promised. `organizationId` would exclude `organizationName`; we know only the
 * name.
 */
export const linkedInProfile = {
  id: 'linkedin-profile',
  name: null,
  aliases: ['링크드인', 'LinkedIn'],
  text: null,
  accepts: (badge: Badge) => badge.achievement.name !== '',
  share: (badge: Badge) => ({ open: toFormUrl(badge), copy: null, fields: toFields(badge) }),
} satisfies ShareTarget;

function toFormUrl(badge: Badge): URL {
  const [issueYear, issueMonth] = yearAndMonth(badge.issuedOn);
  const [expirationYear, expirationMonth] = yearAndMonth(badge.expiresOn);
  const query = toQuery({
    startTask: 'CERTIFICATION_NAME',
    name: badge.achievement.name,
    organizationName: badge.issuer.name,
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
function toFields(badge: Badge): GuidedField[] {
  const [issueYear, issueMonth] = yearAndMonth(badge.issuedOn);
  const [expirationYear, expirationMonth] = yearAndMonth(badge.expiresOn);
  const fields: GuidedField[] = [
    { label: 'fieldName', value: badge.achievement.name },
    { label: 'fieldOrganization', value: badge.issuer.name },
    { label: 'fieldIssueMonth', value: issueMonth },
    { label: 'fieldIssueYear', value: issueYear },
    { label: 'fieldExpirationMonth', value: expirationMonth },
    { label: 'fieldExpirationYear', value: expirationYear },
    { label: 'fieldCredentialId', value: badge.credentialId ?? '' },
    { label: 'fieldCredentialUrl', value: badge.pageUrl ?? '' },
  ];
  return fields.filter((field) => field.value !== '');
}

/** "2026-05-14" as ["2026", "5"]; empty strings when there is no day. */
function yearAndMonth(day: string | null): readonly [string, string] {
  const match = /^(\d{4})-(\d{2})/.exec(day ?? '');
  return [match?.[1] ?? '', match?.[2] ? String(Number(match[2])) : ''];
}
