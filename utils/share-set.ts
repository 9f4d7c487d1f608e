import type { Badge } from './badge';
import { toPlainLine } from './plain-line';

/** Longer names are cut: they would eat a post. */
const maxName = 120;

/**
 * A set as one thing to be shared: the first badge that has a page lends that page and the rest of its fields, the name
 * is the set's, and the skills are those of all. Null where no badge has a page to lead to.
 */
export function toSetBadge(name: string, badges: readonly Badge[]): Badge | null {
  const first = badges.find(({ pageUrl }) => pageUrl !== null);
  if (!first) return null;
  const skills = [...new Set(badges.flatMap(({ achievement }) => achievement.skills))];
  return { ...first, achievement: { ...first.achievement, name, skills } };
}

/**
 * The words that a set starts with: its name, then a line for each badge with its page below. Badges without a page come
 * without one. Names are harmless lines; nothing is added that is not the user's or the badge's.
 */
export function setText(name: string, badges: readonly Badge[]): string {
  const lines = badges.map(({ achievement, issuer, pageUrl }) => {
    const from = toPlainLine(issuer.name, maxName);
    const line = `• ${toPlainLine(achievement.name, maxName)}${from === '' ? '' : ` (${from})`}`;
    return pageUrl ? `${line}\n${pageUrl}` : line;
  });
  return [toPlainLine(name, maxName), '', ...lines].join('\n');
}
