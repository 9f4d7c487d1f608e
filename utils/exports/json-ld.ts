import type { Badge } from '../badge';
import type { Export } from './export';
import { dayIn, toText } from './text';

/** What the badges are in schema.org's words, for search engines, as it stands in a page. */
export const jsonLd: Export = {
  id: 'json-ld',
  accepts: () => true,
  render: (badges) => ({
    mediaType: 'text/html',
    fileName: 'badges-json-ld.html',
    body: `<script type="application/ld+json">\n${toScript(badges)}\n</script>`,
  }),
};

/** `<` as JSON may write it: no name can end the script element, or open a comment in it (HTML, 4.12.1.3). */
function toScript(badges: readonly Badge[]): string {
  const document = { '@context': 'https://schema.org', '@graph': badges.map(toCredential) };
  return JSON.stringify(document, null, 2).replaceAll('<', '\\u003c');
}

function toCredential(badge: Badge) {
  const { achievement, issuer } = badge;
  return {
    '@type': 'EducationalOccupationalCredential',
    name: toText(achievement.name),
    description: toText(achievement.description) || undefined,
    credentialCategory: 'badge',
    url: badge.pageUrl ?? undefined,
    image: badge.imageUrl ?? undefined,
    dateCreated: dayIn(badge.issuedOn) ?? undefined,
    expires: dayIn(badge.expiresOn) ?? undefined,
    competencyRequired: achievement.skills.length > 0 ? achievement.skills.map(toText) : undefined,
    recognizedBy: { '@type': 'Organization', name: toText(issuer.name), url: issuer.url ?? undefined },
  };
}
