import { describe, expect, it } from 'vitest';
import { imitated, ordinaryWords } from '@/utils/verifiers/known-issuers';
import { findImitated } from '@/utils/verifiers/look-alike';

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const at = (text: string, index: number, cut: number, put = '') =>
  text.slice(0, index) + put + text.slice(index + cut);
const places = (label: string) => [...label].map((_, index) => index);
const inner = (label: string) => places(label).slice(1);

/** How names are imitated, after what dnstwist makes of a name; each gives hosts for a label and its ending. */
const imitations: Readonly<Record<string, (label: string, ending: string) => readonly string[]>> = {
  'a letter less': (label, ending) => places(label).map((index) => at(label, index, 1) + ending),
  'a letter twice': (label, ending) =>
    places(label).map((index) => at(label, index, 0, label[index]) + ending),
  'a letter more': (label, ending) =>
    places(label).flatMap((index) => letters.map((letter) => at(label, index, 0, letter) + ending)),
  'another letter': (label, ending) =>
    places(label).flatMap((index) => letters.map((letter) => at(label, index, 1, letter) + ending)),
  'two letters swapped': (label, ending) =>
    inner(label).map((index) => at(label, index - 1, 2, `${label[index]}${label[index - 1]}`) + ending),
  'a hyphen inside': (label, ending) => inner(label).map((index) => at(label, index, 0, '-') + ending),
  'a dot inside': (label, ending) => inner(label).map((index) => at(label, index, 0, '.') + ending),
  'in front of another domain': (label, ending) => [
    `${label}${ending}.badges.example`,
    `www.${label}${ending}.badges.example`,
    `${label}${ending.replaceAll('.', '-')}.badges.example`,
  ],
  'with a word beside it': (label, ending) =>
    ['verify', 'login', 'badges'].flatMap((word) => [
      `${label}-${word}${ending}`,
      `${word}-${label}${ending}`,
      `${label}${word}${ending}`,
    ]),
  'another ending': (label, ending) =>
    ['.net', '.xyz', '.co.uk'].filter((other) => other !== ending).map((other) => label + other),
  'a tenant of a host of pages': (label) => [`${label}.github.io`, `${label}.pages.dev`],
  'pairs of letters and digits': (label, ending) => [
    label.replace('m', 'rn').replace('d', 'cl').replace('l', '1').replaceAll('o', '0') + ending,
  ],
};

const known = imitated.map(({ domain }) => domain);
/** Names that are long enough and no words: the others are only guarded against letters that look alike. */
const names = known
  .map((domain) => ({ label: domain.replace(/\..*$/, ''), ending: domain.replace(/^[^.]*/, '') }))
  .filter(({ label }) => label.length >= 6 && !ordinaryWords.has(label));

describe('look-alike › imitations of known names', () => {
  it.each(Object.entries(imitations))('sees %s', (_, imitate) => {
    const hosts = names
      .flatMap(({ label, ending }) => imitate(label, ending))
      .filter((host) => !known.includes(host) && !/(^|\.)-|-(\.|$)/.test(host));
    const missed = hosts.filter((host) => findImitated(host) === null);
    expect(hosts.length).toBeGreaterThan(20);
    expect(missed.length / hosts.length, missed.slice(0, 20).join(' ')).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ['xn--crdly-0we.com', 'credly.com'],
    ['crediy.com', 'credly.com'],
    ['credly-com.badges.example', 'credly.com'],
    ['accred1ble.com', 'accredible.com'],
    ['openbadgefact0ry.com', 'openbadgefactory.com'],
    ['youracc1aim.com', 'youracclaim.com'],
    ['edx.org.courses.example', 'edx.org'],
    ['oracie.com', 'oracle.com'],
  ])('%s imitates %s', (host, domain) => {
    expect(findImitated(host)).toBe(domain);
  });
});

describe('look-alike › honest hosts', () => {
  it.each([
    ...known,
    'www.credly.com',
    'api.eu.badgr.io',
    'learn.microsoft.com',
    'openbadges.org',
    'badge.example',
    'badges.example.org',
    'badger.example',
    'credit.example.org',
    'credentials.example.edu',
    'digitalcredentials.mit.edu',
    'sanfrancisco.example',
    'moodle.example.ac.uk',
    'github.example.edu',
    'parchment.example.edu',
    'amazonas.example',
    'w3c-ccg.github.io',
    'github.io',
    'localhost',
    'xn--3e0b707e',
    'xn--9s4b25x91a.xn--3e0b707e',
    'xn--bcher-kva.example',
    'xn--80aswg.xn--p1ai',
    'xn--a',
    '',
  ])('%s imitates nobody', (host) => {
    expect(findImitated(host)).toBeNull();
  });
});

describe('look-alike › names that are made to be misread', () => {
  it.each([
    'https://héllo中国.example',
    'https://ѕсоре.example',
    'https://аррӏе.com',
    'https://ɡɡ.com',
    'https://foo༷.com',
    'https://aヽ.jp',
    'https://২৪.com',
  ])('%s', (address) => {
    const { hostname } = new URL(address);
    expect(findImitated(hostname)).toBe(address.replace('https://', ''));
  });

  it.each([
    'https://ѕсоре.ru',
    'https://日本・野球.jp',
    'https://한국어.kr',
    'https://café.fr',
    'https://музей.com',
  ])('but not %s', (address) => {
    expect(findImitated(new URL(address).hostname)).toBeNull();
  });
});
