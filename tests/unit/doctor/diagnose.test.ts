import { describe, expect, it } from 'vitest';
import { diagnose } from '@/utils/doctor/diagnose';
import type { Knowledge } from '@/utils/doctor/knowledge';
import type { Answers } from '@/utils/doctor/questions';
import { makeAccount, makeKnowledge } from './library';

const learn = (isTranscript: boolean) =>
  makeAccount({ source: 'microsoft-learn', handle: 'haneul', isTranscript });
const exam = { title: 'Administering Northwind', number: 'NW-104', takenOn: '2026-03-01' };

type Row = readonly [path: string, known: Partial<Knowledge>, answers: Answers, likeliest: string];

const paths: readonly Row[] = [
  // What the library alone says.
  ['an empty library', { accounts: [], badges: 0 }, {}, 'noAccount'],
  [
    'a list that is shorter than stated',
    { accounts: [makeAccount({ stated: 61, found: 48 })] },
    {},
    'listShort',
  ],
  [
    'a profile that asks to sign in',
    { accounts: [makeAccount({ error: 'sign-in-required' })] },
    {},
    'profilePrivate',
  ],
  ['a private profile', { accounts: [makeAccount({ error: 'private-profile' })] }, {}, 'profilePrivate'],
  ['an account that failed', { accounts: [makeAccount({ error: 'server-error' })] }, {}, 'notRefreshed'],
  [
    'an account that was not asked for nine days',
    { accounts: [makeAccount({ age: 9 })] },
    {},
    'notRefreshed',
  ],
  ['a badge that is pending', { pending: [makeAccount().sourceId] }, {}, 'notAccepted'],
  ['an open claim', { waiting: [makeAccount().sourceId] }, {}, 'notAccepted'],
  ['a Learn profile without a transcript', { accounts: [learn(false)] }, {}, 'learnProfileOnly'],
  ['exams without a certification', { accounts: [learn(true)], loneExams: [exam] }, {}, 'examOnly'],
  ['expired badges', { expired: 3 }, {}, 'shownElsewhere'],
  ['a profile that is gone', { accounts: [makeAccount({ error: 'not-found' })] }, {}, 'merged'],
  // Another account or address.
  [
    'Credly, another address',
    {},
    { issuer: 'credly', seen: 'no', mail: 'accepted', address: 'other' },
    'otherAddress',
  ],
  ['Credly, not connected', { accounts: [] }, { issuer: 'credly', seen: 'yes' }, 'noAccount'],
  ['Accredible, not connected', {}, { issuer: 'accredible', seen: 'yes' }, 'noAccount'],
  [
    'a school address that is closed',
    {},
    { issuer: 'credly', seen: 'cannot', mail: 'accepted', address: 'lost', when: 'longer' },
    'addressLost',
  ],
  [
    'a wrong address at the issuer',
    {},
    { issuer: 'credly', seen: 'no', mail: 'nowhere', address: 'same', when: 'weeks' },
    'addressTyped',
  ],
  [
    'another Accredible wallet',
    { accounts: [makeAccount({ source: 'accredible' })] },
    { issuer: 'accredible', seen: 'no', address: 'other' },
    'accredibleWallet',
  ],
  [
    'another Canvas address',
    { accounts: [makeAccount({ source: 'canvas' })] },
    { issuer: 'canvas', seen: 'no', address: 'other' },
    'canvasAddress',
  ],
  [
    'another Canvas server',
    { accounts: [makeAccount({ source: 'canvas' })] },
    { issuer: 'canvas', seen: 'no', mail: 'accepted', address: 'same' },
    'canvasServer',
  ],
  // Mail.
  ['a mail that was left', {}, { issuer: 'credly', seen: 'no', mail: 'unopened' }, 'notAccepted'],
  ['a badge that asks to be accepted', {}, { issuer: 'credly', seen: 'waiting' }, 'notAccepted'],
  ['a link that died', {}, { issuer: 'credly', seen: 'no', mail: 'dead', address: 'same' }, 'linkExpired'],
  [
    'no mail, weeks later',
    {},
    { issuer: 'credly', seen: 'no', mail: 'none', address: 'same', when: 'weeks' },
    'mailSpam',
  ],
  [
    'no mail, a day later',
    {},
    { issuer: 'credly', seen: 'no', mail: 'none', address: 'same', when: 'days' },
    'processing',
  ],
  [
    'no mail, long ago',
    {},
    { issuer: 'other', seen: 'no', mail: 'none', address: 'same', when: 'longer' },
    'noneIssued',
  ],
  // There, and not shown.
  ['seen at Credly, not here', {}, { issuer: 'credly', seen: 'yes' }, 'badgePrivate'],
  [
    'seen, and the account is old',
    { accounts: [makeAccount({ age: 12 })] },
    { issuer: 'credly', seen: 'yes' },
    'notRefreshed',
  ],
  [
    'seen, and the list was short',
    { accounts: [makeAccount({ stated: 61, found: 48 })] },
    { issuer: 'credly', seen: 'yes' },
    'listShort',
  ],
  // Microsoft and GitHub.
  [
    'Microsoft, only Credly here',
    {},
    { issuer: 'microsoft', seen: 'unsure', learn: 'one' },
    'microsoftMoved',
  ],
  [
    'Microsoft, a profile without a transcript',
    { accounts: [learn(false)] },
    { issuer: 'microsoft', seen: 'yes' },
    'learnProfileOnly',
  ],
  [
    'Microsoft, two profiles',
    { accounts: [learn(true)] },
    { issuer: 'microsoft', seen: 'no', learn: 'two', address: 'other' },
    'learnTwoProfiles',
  ],
  [
    'Microsoft, several exams',
    { accounts: [learn(true)] },
    { issuer: 'microsoft', seen: 'no', learn: 'one', exams: 'several' },
    'examOnly',
  ],
  [
    'Microsoft, retired',
    { accounts: [learn(true)] },
    { issuer: 'microsoft', seen: 'no', learn: 'one', exams: 'retired', when: 'longer' },
    'examRetired',
  ],
  [
    'Microsoft, days ago',
    { accounts: [learn(true)] },
    { issuer: 'microsoft', seen: 'no', learn: 'one', address: 'same', when: 'days', exams: 'one' },
    'processing',
  ],
  [
    'GitHub after the move',
    {},
    { issuer: 'github', seen: 'unsure', moved: 'after', learn: 'one' },
    'githubAfter',
  ],
  [
    'GitHub before the move',
    {},
    { issuer: 'github', seen: 'unsure', moved: 'before', learn: 'one' },
    'githubBefore',
  ],
  // Certiport.
  [
    'Certiport in another language',
    {},
    {
      issuer: 'certiport',
      seen: 'no',
      mail: 'none',
      address: 'same',
      when: 'weeks',
      exams: 'one',
      language: 'other',
      certiport: 'one',
    },
    'certiportLanguage',
  ],
  [
    'Certiport with two accounts',
    {},
    {
      issuer: 'certiport',
      seen: 'no',
      mail: 'none',
      address: 'same',
      when: 'weeks',
      exams: 'one',
      language: 'english',
      certiport: 'two',
    },
    'certiportTwo',
  ],
];

describe('the doctor', () => {
  it.each(paths)('finds the likeliest reason: %s', (_, known, answers, likeliest) => {
    const [first] = diagnose(makeKnowledge(known), answers);
    expect(first?.reason.id).toBe(likeliest);
  });

  it('says nothing of a library in which all is well', () => {
    expect(diagnose(makeKnowledge(), {})).toEqual([]);
  });

  it('does not call an account unread while it is being read for the first time', () => {
    const ids = (isPulling: boolean) =>
      diagnose(makeKnowledge({ accounts: [makeAccount({ age: null, isPulling })] }), {}).map(
        ({ reason }) => reason.id,
      );
    expect(ids(true)).toEqual([]);
    expect(ids(false)).toEqual(['notRefreshed']);
  });

  it('keeps Credly’s causes out of Microsoft’s and the other way round', () => {
    const ids = (answers: Answers) => diagnose(makeKnowledge(), answers).map(({ reason }) => reason.id);
    const microsoft = ids({
      issuer: 'microsoft',
      seen: 'no',
      learn: 'two',
      address: 'same',
      when: 'weeks',
      exams: 'one',
    });
    expect(microsoft).not.toContain('mailSpam');
    expect(microsoft).not.toContain('badgePrivate');
    const credly = ids({ issuer: 'credly', seen: 'no', mail: 'none', address: 'other', when: 'weeks' });
    for (const id of ['microsoftMoved', 'learnTwoProfiles', 'githubAfter', 'certiportTwo', 'canvasServer'])
      expect(credly).not.toContain(id);
  });

  it('orders by score, and gives the same every time', () => {
    const answers: Answers = { issuer: 'credly', seen: 'no', mail: 'none', address: 'unsure', when: 'weeks' };
    const findings = diagnose(makeKnowledge({ gone: 2, expired: 1 }), answers);
    const scores = findings.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(findings.length).toBeGreaterThan(2);
    expect(diagnose(makeKnowledge({ gone: 2, expired: 1 }), answers)).toEqual(findings);
  });
});
