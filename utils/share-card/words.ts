import type { Badge } from '../badge';
import { isExpired } from '../badge';
import { toPlainLine } from '../plain-line';
import type { CardTexts } from './share-card';

export const cardLanguages = ['en', 'ko'] as const;
export type CardLanguage = (typeof cardLanguages)[number];

/** The few words that a card itself says. Not in `_locales`: who sees a post may speak another language than this browser. */
interface CardWords {
  readonly earned: (day: string) => string;
  readonly expired: (day: string) => string;
  readonly revoked: string;
  readonly link: (host: string) => string;
  readonly issuerLabel: string;
  readonly dateLabel: string;
  readonly alt: (name: string, issuer: string) => string;
  readonly altEarner: (earner: string) => string;
  readonly altCode: (host: string) => string;
}

const words: Readonly<Record<CardLanguage, CardWords>> = {
  en: {
    earned: (day) => `Earned ${day}`,
    expired: (day) => (day ? `Expired ${day}` : 'Expired'),
    revoked: 'Revoked by the issuer',
    link: (host) => `See this badge at ${host}`,
    issuerLabel: 'Issuer',
    dateLabel: 'Earned',
    alt: (name, issuer) => (issuer ? `Badge “${name}” from ${issuer}.` : `Badge “${name}”.`),
    altEarner: (earner) => `Awarded to ${earner}.`,
    altCode: (host) => `The QR code opens its page at ${host}.`,
  },
  ko: {
    earned: (day) => `${day} 취득`,
    expired: (day) => (day ? `${day} 만료` : '만료됨'),
    revoked: '발급 기관이 취소함',
    link: (host) => `${host}에서 배지 보기`,
    issuerLabel: '발급 기관',
    dateLabel: '취득일',
    alt: (name, issuer) => (issuer ? `${issuer}에서 발급한 ‘${name}’ 배지.` : `‘${name}’ 배지.`),
    altEarner: (earner) => `받은 사람: ${earner}.`,
    altCode: (host) => `QR 코드로 ${host}의 배지 페이지를 열 수 있어요.`,
  },
};

const days: Readonly<Record<CardLanguage, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat('ko', { dateStyle: 'long', timeZone: 'UTC' }),
};

export interface CardWording {
  readonly language: CardLanguage;
  readonly hasEarner: boolean;
  /** YYYY-MM-DD in the user's own calendar. */
  readonly today: string;
  /** Issuer and day stand under labels of their own. */
  readonly isLabelled: boolean;
}

/** What a card says of a badge. It says what is known of its state, and never that anybody checked it. */
export function cardTexts(badge: Badge, { language, hasEarner, today, isLabelled }: CardWording): CardTexts {
  const own = words[language];
  const day = dayIn(badge.issuedOn, language);
  const host = hostOf(badge);
  return {
    name: toPlainLine(badge.achievement.name, 160) || '–',
    issuer: toPlainLine(badge.issuer.name, 120),
    earner: hasEarner ? toPlainLine(badge.recipientName ?? '', 80) : '',
    date: isLabelled || !day ? day : own.earned(day),
    state: stateWords(badge, own, language, today),
    link: host && own.link(host),
    issuerLabel: badge.issuer.name.trim() && own.issuerLabel,
    dateLabel: day && own.dateLabel,
  };
}

/** The card in words, for those who do not see it. */
export function cardAlt(badge: Badge, wording: Omit<CardWording, 'isLabelled'>, hasCode: boolean): string {
  const own = words[wording.language];
  const { name, issuer, earner, date, state } = cardTexts(badge, { ...wording, isLabelled: false });
  const host = hostOf(badge);
  return [
    own.alt(name, issuer),
    earner && own.altEarner(earner),
    date && `${date}.`,
    state && `${state}.`,
    hasCode && host && own.altCode(host),
  ]
    .filter(Boolean)
    .join(' ');
}

function stateWords(badge: Badge, own: CardWords, language: CardLanguage, today: string): string {
  if (badge.state === 'revoked') return own.revoked;
  if (badge.state !== 'expired' && !isExpired(badge, today)) return '';
  // A day that is still to come is not the day on which it expired.
  return own.expired(isExpired(badge, today) ? dayIn(badge.expiresOn ?? '', language) : '');
}

function hostOf({ pageUrl }: Badge): string {
  return pageUrl ? new URL(pageUrl).hostname.replace(/^www\./, '') : '';
}

function dayIn(day: string, language: CardLanguage): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return toPlainLine(day, 40);
  return days[language].format(Date.UTC(year, month - 1, date));
}
