import type { Badge } from '../badge';
import type { Export, ExportOptions } from './export';
import { dayIn, toLine } from './text';

const words = {
  en: { issuer: 'Awarding body', earned: 'Date', expires: 'Expires', skills: 'Skills', link: 'Link' },
  ko: { issuer: '발급 기관', earned: '취득일', expires: '만료일', skills: '기술', link: '링크' },
} as const;

/** Plain text in the order of the fields of Europass's form, to copy line by line: it has no import for badges. */
export const europassText: Export = {
  id: 'europass-text',
  accepts: () => true,
  render: (badges, options) => ({
    mediaType: 'text/plain',
    fileName: 'badges.txt',
    body: badges.map((badge) => toLines(badge, options)).join('\n\n'),
  }),
};

function toLines(badge: Badge, { language }: ExportOptions): string {
  const label = words[language];
  const fields: readonly (readonly [string, string | null])[] = [
    [label.issuer, toLine(badge.issuer.name)],
    [label.earned, dayIn(badge.issuedOn)],
    [label.expires, dayIn(badge.expiresOn)],
    [label.skills, badge.achievement.skills.map(toLine).join(', ')],
    [label.link, badge.pageUrl],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return [toLine(badge.achievement.name), ...lines].join('\n');
}
