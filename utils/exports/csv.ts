import { unparse } from 'papaparse';
import type { Badge } from '../badge';
import type { Export } from './export';
import { toText } from './text';

/**
 * What a spreadsheet would calculate; it gets an apostrophe in front (OWASP, CSV Injection). Spaces before it count, and
 * the wide forms that Korean and Japanese versions take for the same.
 */
export const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A table for a spreadsheet. The byte order mark tells Excel that it is UTF-8. */
export const csv: Export = {
  id: 'csv',
  accepts: () => true,
  render: (badges) => ({
    mediaType: 'text/csv',
    fileName: 'badges.csv',
    body: `\uFEFF${unparse({ fields: [...fields], data: badges.map(toRow) }, { escapeFormulae: formula })}`,
  }),
};

const fields = [
  'name',
  'issuer',
  'earned',
  'expires',
  'state',
  'skills',
  'credential_id',
  'url',
  'image',
  'description',
] as const;

function toRow(badge: Badge): string[] {
  const { achievement, issuer } = badge;
  return [
    achievement.name,
    issuer.name,
    badge.issuedOn,
    badge.expiresOn ?? '',
    badge.state,
    achievement.skills.join('; '),
    badge.credentialId ?? '',
    badge.pageUrl ?? '',
    badge.imageUrl ?? '',
    achievement.description,
  ].map(toText);
}
