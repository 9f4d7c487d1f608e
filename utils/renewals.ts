import type { Entry, Related } from './entries';
import { issuerKey, plainName, recipientKey } from './entry-names';

/** Words by which issuers tell levels of one achievement apart, lowest first within each scale. */
const levelWords =
  /\b(?:fundamentals?|foundational|foundations?|beginner|basic|associate|intermediate|practitioner|professional|specialty|advanced|expert|master|level [1-9]|i{1,3}|iv)\b|초급|중급|고급|기초|심화/g;

/** A family larger than this is no family: somebody calls everything the same. */
const crowd = 30;

/** Fewer letters than this name no achievement any more once the level is taken out of them. */
const leastLength = 4;

/**
 * Adds which entries are other awards of the same achievement. Linked, never merged: an award of another day is another
 * award. Those of one issuer, name and person follow each other by their days; those whose names differ by a level alone
 * stand beside each other.
 */
export function findRelated(entries: readonly Entry[]): Entry[] {
  const related = new Map<Entry, Related[]>();
  for (const [, awards] of Map.groupBy(entries, awardKey)) linkRenewals(awards, related);
  const leveled = entries.filter((entry) => familyKey(entry) !== null);
  for (const [, family] of Map.groupBy(leveled, familyKey)) linkLevels(family, related);
  if (related.size === 0) return [...entries];
  return entries.map((entry) => {
    const links = related.get(entry);
    return links ? { ...entry, related: links } : entry;
  });
}

function linkRenewals(awards: readonly Entry[], related: Map<Entry, Related[]>): void {
  const days = awards.toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1));
  for (const [index, older] of days.entries()) {
    const newer = days[index + 1];
    // Of one day: two awards by the source's own word, neither renews the other.
    if (!newer || newer.issuedOn === older.issuedOn) continue;
    add(related, older, { id: newer.id, kind: 'renewed-by' });
    add(related, newer, { id: older.id, kind: 'renewal-of' });
  }
}

function linkLevels(family: readonly Entry[], related: Map<Entry, Related[]>): void {
  const names = new Set(family.map((entry) => plainName(entry.achievement.name)));
  if (names.size < 2 || family.length > crowd) return;
  for (const entry of family) {
    const others = family.filter(
      (other) => plainName(other.achievement.name) !== plainName(entry.achievement.name),
    );
    for (const { id } of others) add(related, entry, { id, kind: 'other-level' });
  }
}

function awardKey(entry: Entry): string {
  const { issuer, achievement, recipientName } = entry;
  return [issuerKey(issuer.name), plainName(achievement.name), recipientKey(recipientName) ?? ''].join(' | ');
}

/** The achievement without its level; null when nothing else is left, or when there is no level in it. */
function familyKey({ issuer, achievement }: Entry): string | null {
  const name = plainName(achievement.name);
  const family = name.replace(levelWords, ' ').replace(/\s+/g, ' ').trim();
  const by = issuerKey(issuer.name);
  if (family === name || family.length < leastLength || family === `${by} certified`) return null;
  return `${by} | ${family}`;
}

function add(related: Map<Entry, Related[]>, entry: Entry, link: Related): void {
  const links = related.get(entry);
  if (links) links.push(link);
  else related.set(entry, [link]);
}
