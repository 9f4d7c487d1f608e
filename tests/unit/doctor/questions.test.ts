import { describe, expect, it } from 'vitest';
import { answer, questionsFor, type Answers } from '@/utils/doctor/questions';
import { makeKnowledge } from './library';

const known = makeKnowledge();
const ask = (answers: Answers) => questionsFor(answers, known).map(({ id }) => id);

describe('the doctor’s questions', () => {
  it.each<readonly [string, Answers, readonly string[]]>([
    ['at the beginning', {}, ['issuer', 'seen', 'mail', 'address', 'when']],
    ['it is seen at its platform: no more', { issuer: 'credly', seen: 'yes' }, ['issuer', 'seen']],
    ['it waits at its platform: no more', { issuer: 'credly', seen: 'waiting' }, ['issuer', 'seen']],
    [
      'Microsoft: profiles and exams, no mail',
      { issuer: 'microsoft', seen: 'no' },
      ['issuer', 'seen', 'learn', 'address', 'when', 'exams'],
    ],
    ['GitHub: before or after the move', { issuer: 'github', seen: 'yes' }, ['issuer', 'seen', 'moved']],
    [
      'Certiport: language and accounts',
      { issuer: 'certiport', seen: 'no' },
      ['issuer', 'seen', 'mail', 'address', 'when', 'exams', 'language', 'certiport'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(ask(answers)).toEqual(expected);
  });

  it('forgets what no longer applies when an answer changes', () => {
    const certiport: Answers = {
      issuer: 'certiport',
      seen: 'no',
      mail: 'none',
      language: 'other',
      certiport: 'two',
    };
    expect(answer(certiport, 'issuer', 'credly', known)).toEqual({
      issuer: 'credly',
      seen: 'no',
      mail: 'none',
    });
    expect(answer(certiport, 'seen', 'yes', known)).toEqual({ issuer: 'certiport', seen: 'yes' });
  });

  it('lets every question be answered with “I do not know”', () => {
    for (const { options } of questionsFor({ issuer: 'certiport', seen: 'no' }, known))
      expect(options.at(-1)).toBe('unsure');
  });
});
