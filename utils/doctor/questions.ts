import type { Knowledge } from './knowledge';

/** What the user answered. Kept in the page alone, and gone with it. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export type QuestionId =
  'issuer' | 'seen' | 'mail' | 'address' | 'when' | 'moved' | 'exams' | 'language' | 'certiport' | 'learn';

/** One question. Its words are `doctorAsk_<id>`, its options' `doctorOption_<id>_<option>`. */
export interface Question {
  readonly id: QuestionId;
  readonly options: readonly string[];
  /** Whether it is worth asking after these answers. */
  readonly when: (answers: Answers, knowledge: Knowledge) => boolean;
}

const always = () => true;
const unsure = 'unsure';
const isOut = ({ seen }: Answers) => seen !== 'yes' && seen !== 'waiting';

/** In the order in which they are asked. Every one can be answered with "I do not know". */
export const questions: readonly Question[] = [
  {
    id: 'issuer',
    options: ['microsoft', 'github', 'certiport', 'credly', 'accredible', 'canvas', 'other', unsure],
    when: always,
  },
  // The one answer that tells most: is it there, at its own platform, when its owner signs in?
  { id: 'seen', options: ['yes', 'waiting', 'no', 'cannot', unsure], when: always },
  { id: 'moved', options: ['before', 'after', unsure], when: ({ issuer }) => issuer === 'github' },
  {
    id: 'learn',
    options: ['one', 'two', unsure],
    when: ({ issuer, seen }) => (issuer === 'microsoft' || issuer === 'github') && seen !== 'yes',
  },
  {
    id: 'mail',
    options: ['accepted', 'unopened', 'dead', 'none', 'nowhere', unsure],
    when: (answers) => isOut(answers) && answers.issuer !== 'microsoft',
  },
  { id: 'address', options: ['same', 'other', 'lost', unsure], when: isOut },
  { id: 'when', options: ['days', 'weeks', 'longer', unsure], when: isOut },
  {
    id: 'exams',
    options: ['one', 'several', 'retired', unsure],
    when: (answers) => isOut(answers) && (answers.issuer === 'microsoft' || answers.issuer === 'certiport'),
  },
  {
    id: 'language',
    options: ['english', 'other', unsure],
    when: (answers) => isOut(answers) && answers.issuer === 'certiport',
  },
  {
    id: 'certiport',
    options: ['one', 'two', unsure],
    when: (answers) => isOut(answers) && answers.issuer === 'certiport',
  },
];

/** The questions to ask, given what was answered so far: the answered ones and those that follow from them. */
export function questionsFor(answers: Answers, knowledge: Knowledge): readonly Question[] {
  return questions.filter(({ when }) => when(answers, knowledge));
}

/** Answers a question. What no longer applies after it is forgotten: another issuer has other questions. */
export function answer(answers: Answers, id: QuestionId, option: string, knowledge: Knowledge): Answers {
  const next: Answers = { ...answers, [id]: option };
  const asked = new Set(questionsFor(next, knowledge).map((question) => question.id));
  return Object.fromEntries(Object.entries(next).filter(([name]) => asked.has(name as QuestionId)));
}
