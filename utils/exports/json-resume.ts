import type { Badge } from '../badge';
import type { Export } from './export';
import { dayIn, toText } from './text';

/** The part `certificates` of a JSON Resume (https://jsonresume.org/schema). The format has no field for an expiry. */
export const jsonResume: Export = {
  id: 'json-resume',
  accepts: () => true,
  render: (badges) => ({
    mediaType: 'application/json',
    fileName: 'resume-certificates.json',
    body: JSON.stringify({ certificates: badges.map(toCertificate) }, null, 2),
  }),
};

function toCertificate({ achievement, issuer, issuedOn, pageUrl }: Badge) {
  return {
    name: toText(achievement.name),
    date: dayIn(issuedOn) ?? undefined,
    issuer: toText(issuer.name),
    url: pageUrl ?? undefined,
  };
}
