import { toPlainLine } from '../plain-line';
import type { SignatureLanguage } from './signature-layout';

/** The few words that a signature itself says. Not in `_locales`: the mail's readers may speak another language than this browser. */
interface SignatureWords {
  /** Whose badge it is, and of when: "Northwind Academy, May 2026". `day` may be empty or less than a day. */
  readonly issuedBy: (issuer: string, day: string) => string;
  readonly qrAlt: (name: string) => string;
  readonly phone: string;
  readonly email: string;
}

export const signatureWords: Readonly<Record<SignatureLanguage, SignatureWords>> = {
  en: {
    issuedBy: (issuer, day) => join(issuer, monthOf(day, 'en')),
    qrAlt: (name) => `QR code: ${name}`,
    phone: 'Phone',
    email: 'Email',
  },
  ko: {
    issuedBy: (issuer, day) => join(issuer, monthOf(day, 'ko')),
    qrAlt: (name) => `QR 코드: ${name}`,
    phone: '전화',
    email: '이메일',
  },
};

/** Made once: making one takes longer than a whole signature. */
const months: Readonly<Record<SignatureLanguage, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  ko: new Intl.DateTimeFormat('ko', { year: 'numeric', month: 'short', timeZone: 'UTC' }),
};

function join(issuer: string, month: string): string {
  return [issuer, month].filter(Boolean).join(', ');
}

/** A month in words; empty where none is known. Sources print a day, or less of it. */
function monthOf(day: string, language: SignatureLanguage): string {
  const [year, month] = day.split('-').map(Number);
  if (!year || !month) return toPlainLine(day, 20);
  return months[language].format(Date.UTC(year, month - 1, 1));
}
