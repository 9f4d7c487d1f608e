import { fakeIo, type FakeAnswer } from '../fake-io';
import { verify, type VerifyOptions, type VerifyTarget } from '@/utils/verify';
import type { Check, CheckId, Verification } from '@/utils/verification';

/** A hosted badge of an invented school, and what its hosts answer. */
export const lumen = 'https://badges.lumen.example';
export const recordUrl = `${lumen}/a/1`;
export const classUrl = `${lumen}/c/1`;
export const issuerUrl = `${lumen}/issuer`;
const context = 'https://w3id.org/openbadges/v2';

export const record = {
  '@context': context,
  id: recordUrl,
  type: 'Assertion',
  recipient: { type: 'email', hashed: false, identity: 'mira@lumen.example' },
  badge: classUrl,
  issuedOn: '2024-03-01T10:00:00Z',
  verification: { type: 'HostedBadge' },
};
export const badgeClass = {
  '@context': context,
  id: classUrl,
  type: 'BadgeClass',
  name: 'Lamp Maker',
  description: 'Makes lamps.',
  image: `${lumen}/lamp.svg`,
  criteria: { narrative: 'Make three lamps.' },
  issuer: issuerUrl,
};
export const profile = {
  '@context': context,
  id: issuerUrl,
  type: 'Profile',
  name: 'School of Lumen',
  url: 'https://lumen.example/',
  email: 'office@lumen.example',
};
export const svg = { text: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' };

export type Answers = Record<string, FakeAnswer>;

/** The documents of a good badge, with some of them replaced. */
export function answers(changes: Answers = {}): Answers {
  return {
    [recordUrl]: { json: record },
    [classUrl]: { json: badgeClass },
    [issuerUrl]: { json: profile },
    [`${lumen}/lamp.svg`]: svg,
    ...changes,
  };
}

export const withRecord = (fields: object): Answers =>
  answers({ [recordUrl]: { json: { ...record, ...fields } } });
export const withClass = (fields: object): Answers =>
  answers({ [classUrl]: { json: { ...badgeClass, ...fields } } });
export const withIssuer = (fields: object): Answers =>
  answers({ [issuerUrl]: { json: { ...profile, ...fields } } });

/** Verifies in a world that has these answers and no others. */
export function check(
  given: Answers,
  target: VerifyTarget = new URL(recordUrl),
  options: VerifyOptions = {},
): Promise<Verification> {
  return verify(target, fakeIo(given), options);
}

/** The check of an id; the one that did not pass where there are several. */
export function find({ checks }: Pick<Verification, 'checks'>, id: CheckId): Check | undefined {
  const own = checks.filter((item) => item.id === id);
  return own.find(({ result }) => result !== 'pass') ?? own[0];
}
