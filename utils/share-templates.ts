import type { Badge } from './badge';
import { toPlainLine } from './plain-line';
import type { ShareText, ShareWords } from './share-targets/share-target';

/** The languages of our templates. A post may be in another language than the browser. */
export type ShareLanguage = 'en' | 'ko';
export const shareLanguages: readonly ShareLanguage[] = ['ko', 'en'];

/** What stands for a value of the badge in a template, in the order in which they are explained. */
export const placeholders = ['badge', 'issuer', 'date', 'skills', 'url'] as const;
type Placeholder = (typeof placeholders)[number];

type Kind = ShareText['template'] | 'subject';

/** What we start with. Nothing of ours stands in it: no name, no link, no hashtag. */
const ours: Readonly<Record<ShareLanguage, Readonly<Record<Kind, string>>>> = {
  en: {
    post: 'I earned the badge “{badge}” from {issuer}.',
    title: 'My badge: {badge} ({issuer})',
    chat: 'I earned a badge: {badge} ({issuer})',
    mail: 'Hello,\n\nI earned the badge “{badge}” from {issuer} on {date}. This page proves it:\n{url}\n',
    subject: 'My badge: {badge}',
  },
  ko: {
    post: '{issuer}에서 ‘{badge}’ 배지를 받았습니다.',
    title: '{badge} 배지 취득 ({issuer})',
    chat: '배지를 받았어요: {badge} ({issuer})',
    mail: '안녕하세요.\n\n{date}에 {issuer}에서 ‘{badge}’ 배지를 받았습니다. 아래 페이지에서 확인하실 수 있습니다.\n{url}\n',
    subject: '{badge} 배지 취득',
  },
};

/** Longer names are cut: they would eat a post. */
const maxName = 120;
/** Skills that a sentence holds. */
const maxSkills = 5;

/** The template that a target starts with. */
export function ownTemplate(kind: Kind, language: ShareLanguage): string {
  return ours[language][kind];
}

/**
 * A template with the badge's values in place of `{badge} {issuer} {date} {skills} {url}`. Values are harmless lines and
 * are not read as templates again; other braces stay. A value that the badge lacks leaves nothing, not even its space.
 */
export function fillTemplate(template: string, badge: Badge, language: ShareLanguage): string {
  const values = valuesOf(badge, language);
  const filled = template.replace(
    /(^|[^\S\n])?\{(\w+)\}/g,
    (whole, space: string | undefined, name: string) => {
      if (!isPlaceholder(name)) return whole;
      return values[name] === '' ? '' : `${space ?? ''}${values[name]}`;
    },
  );
  return filled.replace(/ ?\( *\)/g, '').replace(/[^\S\n]+$/gm, '');
}

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((placeholder) => placeholder === name);
}

function valuesOf(badge: Badge, language: ShareLanguage): Readonly<Record<Placeholder, string>> {
  const { achievement, issuer, issuedOn, pageUrl } = badge;
  return {
    badge: toPlainLine(achievement.name, maxName),
    issuer: toPlainLine(issuer.name, maxName),
    date: formatDay(issuedOn, language),
    skills: achievement.skills
      .slice(0, maxSkills)
      .map((skill) => toPlainLine(skill, maxName))
      .join(', '),
    url: pageUrl ?? '',
  };
}

function formatDay(day: string, language: ShareLanguage): string {
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(moment)) return '';
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(moment);
}

/** The words of a share: the title is ours, the text the user's draft where there is one. */
export function toShareWords(
  badge: Badge,
  language: ShareLanguage,
  template: string,
  draft: string | undefined,
): ShareWords {
  const title = fillTemplate(ownTemplate('subject', language), badge, language);
  return { title, text: draft ?? fillTemplate(template, badge, language) };
}

/**
 * A skill as a hashtag, in the letters that networks take as one: `CI/CD pipelines` is `#CICDPipelines`. Null where
 * nothing is left, or digits alone, which no network links.
 */
export function toHashtag(skill: string): string | null {
  const words = skill.normalize('NFC').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const [first = '', ...rest] = words;
  const tag = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /\p{L}/u.test(tag) && tag.length <= 60 ? `#${tag}` : null;
}

/** Hashtags of a badge's skills, each once, to be offered: none is added by itself. */
export function hashtagsOf({ achievement }: Pick<Badge, 'achievement'>): readonly string[] {
  const tags = achievement.skills.flatMap((skill) => toHashtag(skill) ?? []);
  const seen = new Set<string>();
  return tags.filter((tag) => !seen.has(tag.toLowerCase()) && seen.add(tag.toLowerCase()));
}
