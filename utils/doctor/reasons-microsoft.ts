import { actions } from './actions';
import type { Knowledge } from './knowledge';
import { hasAccount, isIssuer, type Reason } from './reason';
import type { Answers } from './questions';

const isMicrosoft = isIssuer('microsoft');
const isLearn = isIssuer('microsoft', 'github');
const hasTranscript = ({ accounts }: Knowledge) => accounts.some(({ isTranscript }) => isTranscript);
const hasProfileOnly = (known: Knowledge) => hasAccount(known, 'microsoft-learn') && !hasTranscript(known);
const isAfterMove = (_: Knowledge, { issuer, moved }: Answers) => issuer === 'github' && moved === 'after';

/** Microsoft's certifications, GitHub's, and exams at Certiport. */
export const microsoftReasons: readonly Reason[] = [
  {
    id: 'microsoftMoved',
    signs: [
      { id: 'microsoft', weight: 'fair', when: isMicrosoft },
      {
        id: 'noLearnHere',
        weight: 'strong',
        when: (known, answers) => isMicrosoft(known, answers) && !hasAccount(known, 'microsoft-learn'),
      },
      { weight: 'against', when: (known, answers) => isMicrosoft(known, answers) && hasTranscript(known) },
      { weight: 'against', when: (known, answers) => !isMicrosoft(known, answers) },
    ],
    statements: [
      { id: 'learnNotCredly', fact: 'learnNotCredly' },
      { id: 'transcriptHolds', fact: 'learnTranscript' },
    ],
    actions: [actions.learnLink, actions.connect, actions.openLearn],
  },
  {
    id: 'learnProfileOnly',
    signs: [
      { id: 'profileOnly', weight: 'strong', when: hasProfileOnly },
      {
        id: 'seenThere',
        weight: 'fair',
        when: (known, answers) => hasProfileOnly(known) && isLearn(known, answers) && answers.seen === 'yes',
      },
      {
        weight: 'against',
        when: (known, answers) =>
          Boolean(answers.issuer) && !isLearn(known, answers) && answers.issuer !== 'unsure',
      },
    ],
    statements: [
      { id: 'profileHides', fact: 'learnTranscript' },
      { id: 'transcriptHolds', fact: 'learnTranscript' },
    ],
    actions: [actions.learnLink, actions.connect],
  },
  {
    id: 'learnTwoProfiles',
    signs: [
      { id: 'twoLearn', weight: 'certain', when: (_, { learn }) => learn === 'two' },
      { id: 'learnUnsure', weight: 'fair', when: (_, { learn }) => learn === 'unsure' },
      {
        id: 'otherAddress',
        weight: 'strong',
        when: (known, answers) =>
          isLearn(known, answers) && (answers.address === 'other' || answers.address === 'lost'),
      },
      {
        id: 'notSeenLearn',
        weight: 'slight',
        when: (known, answers) => isLearn(known, answers) && answers.seen === 'no',
      },
      { weight: 'against', when: (_, { learn }) => learn === 'one' },
    ],
    statements: [
      { id: 'profileOfTheExam', fact: 'learnMerge' },
      { id: 'profilesLink', fact: 'learnMerge' },
      { id: 'certificationProfile', fact: 'learnConnect' },
      { id: 'credentialsSupport', fact: 'learnTickets' },
    ],
    actions: [actions.openLearn, actions.microsoftSupport, actions.connect],
  },
  {
    id: 'githubAfter',
    signs: [
      { id: 'githubAfter', weight: 'certain', when: isAfterMove },
      {
        id: 'github',
        weight: 'fair',
        when: (_, { issuer, moved }) => issuer === 'github' && moved !== 'before',
      },
      { weight: 'against', when: (known, answers) => answers.issuer === 'github' && hasTranscript(known) },
    ],
    statements: [
      { id: 'githubLearn', fact: 'githubMove' },
      { id: 'githubSupport', fact: 'githubMove' },
    ],
    actions: [actions.learnLink, actions.connect, actions.microsoftSupport, actions.githubHelp],
  },
  {
    id: 'githubBefore',
    signs: [
      {
        id: 'githubBefore',
        weight: 'certain',
        when: (_, { issuer, moved }) => issuer === 'github' && moved === 'before',
      },
      {
        id: 'github',
        weight: 'slight',
        when: (_, { issuer, moved }) => issuer === 'github' && moved === 'unsure',
      },
    ],
    statements: [
      { id: 'githubCredly', fact: 'githubBefore' },
      { id: 'githubNoLink', fact: 'githubBefore' },
    ],
    actions: [actions.connect, actions.openCredly],
  },
  {
    id: 'examOnly',
    signs: [
      {
        id: 'loneExam',
        weight: 'fair',
        when: ({ loneExams }) => loneExams.length > 0,
        say: ({ loneExams }) => [loneExams[0]?.number || loneExams[0]?.title || '', loneExams.length],
      },
      { id: 'severalExams', weight: 'certain', when: (_, { exams }) => exams === 'several' },
      { id: 'examsUnsure', weight: 'slight', when: (_, { exams }) => exams === 'unsure' },
      {
        weight: 'against',
        when: (_, { exams, seen }) => exams === 'one' || exams === 'retired' || seen === 'yes',
      },
      {
        weight: 'against',
        when: (known, answers) =>
          Boolean(answers.issuer) && !isIssuer('microsoft', 'certiport', 'unsure')(known, answers),
      },
    ],
    statements: [
      { id: 'allExams', fact: 'retiredExams' },
      { id: 'examsOnTranscript', fact: 'learnTranscript' },
    ],
    actions: [actions.learnLink, actions.microsoftSupport],
  },
  {
    id: 'examRetired',
    signs: [
      { id: 'examRetired', weight: 'certain', when: (_, { exams }) => exams === 'retired' },
      {
        id: 'longAgo',
        weight: 'slight',
        when: (known, answers) => isMicrosoft(known, answers) && answers.when === 'longer',
      },
    ],
    statements: [
      { id: 'retiredStays', fact: 'retiredExams' },
      { id: 'retiredNotBegun', fact: 'retiredExams' },
      { id: 'transcriptHistorical', fact: 'learnTranscript' },
    ],
    actions: [actions.learnLink, actions.microsoftSupport],
  },
  {
    id: 'certiportLanguage',
    signs: [
      { id: 'otherLanguage', weight: 'certain', when: (_, { language }) => language === 'other' },
      {
        id: 'certiport',
        weight: 'slight',
        when: (_, { issuer, language }) => issuer === 'certiport' && language === 'unsure',
      },
    ],
    statements: [
      { id: 'certiportLanguage', fact: 'credlyCertiport' },
      { id: 'certiportAsk', fact: 'credlyCertiport' },
    ],
    actions: [actions.certiportHelp],
  },
  {
    id: 'certiportTwo',
    signs: [
      { id: 'twoCertiport', weight: 'certain', when: (_, { certiport }) => certiport === 'two' },
      {
        id: 'certiport',
        weight: 'fair',
        when: (_, { issuer, certiport }) => issuer === 'certiport' && certiport === 'unsure',
      },
    ],
    statements: [
      { id: 'certiportTwo', fact: 'credlyCertiport' },
      { id: 'certiportAsk', fact: 'credlyCertiport' },
    ],
    actions: [actions.certiportHelp],
  },
];
