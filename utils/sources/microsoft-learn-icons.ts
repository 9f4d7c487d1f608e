import { safeUrl, type WebUrl } from '../html';

const media = 'https://learn.microsoft.com/en-us/media/learn';

/** Icons belong to kinds of certification, so the name says which (facts on sources, 2.4). First match wins. */
const icons: readonly (readonly [RegExp, string])[] = [
  [/^microsoft certified: .*\bfundamentals\b/, 'microsoft-certified-fundamentals-badge'],
  [/^microsoft certified: .*\bassociate$/, 'microsoft-certified-associate-badge'],
  [/^microsoft certified: .*\bexpert$/, 'microsoft-certified-expert-badge'],
  [/^microsoft certified: .*\bspecialty$/, 'microsoft-certified-specialty-badge'],
  [/^github copilot$/, 'github-copilot'],
  [/^github actions$/, 'github-actions'],
  [/^(?:mcsa\b|microsoft certified solutions associate\b)/, 'mcsa-badge'],
  [/^(?:mcsd\b|microsoft certified solutions developer\b)/, 'mcsd-badge'],
];

/** Lower case, without trade marks, "(Legacy)", a dash where most names have a colon. */
function toPlainName(name: string): string {
  return name
    .replace(/[®™©]/g, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/^(microsoft certified)\s*[-–—:]\s*/i, '$1: ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The icon of a certification; null where no icon of its kind is known (older ones, most of GitHub's), which is better than
 * a wrong one. They are SVG: programs for mail do not show them, and layouts of signatures leave them out.
 */
export function certificationIcon(name: string): WebUrl | null {
  const plain = toPlainName(name);
  const file = icons.find(([pattern]) => pattern.test(plain))?.[1];
  return file === undefined ? null : safeUrl(`${media}/certification/badges/${file}.svg`);
}

export const appliedSkillIcon = safeUrl(`${media}/credential/badges/applied-skill.svg`);

/** "Associate"…, as the name says; null for kinds without levels. */
export function certificationLevel(name: string): string | null {
  const word = /^microsoft certified: .*\b(fundamentals|associate|expert|specialty)$/.exec(
    toPlainName(name),
  )?.[1];
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : null;
}

/**
 * Role-based and specialty certifications can be renewed in the six months before they end; those of fundamentals do not
 * end. Microsoft's rule as it is generally known: the transcript itself says nothing of renewing.
 */
export function renewableFrom(name: string, expiresOn: string | null): string | null {
  const isRenewed = ['Associate', 'Expert', 'Specialty'].includes(certificationLevel(name) ?? '');
  return isRenewed && expiresOn ? sixMonthsBefore(expiresOn) : null;
}

/** The same day six months before, or the last one of that month. */
function sixMonthsBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 7, Math.min(date, last))).toISOString().slice(0, 10);
}
