import { actions } from './actions';
import { isIssuer, isUnknownIssuer, type Reason } from './reason';

const hasNone = (mail?: string) => mail === 'none' || mail === 'nowhere';

/** The badge was issued, and waits for its earner; or it is not issued yet. */
export const mailReasons: readonly Reason[] = [
  {
    id: 'notAccepted',
    signs: [
      {
        id: 'pendingHere',
        weight: 'strong',
        when: ({ pending }) => pending.length > 0,
        say: ({ pending }) => [pending.length],
      },
      {
        id: 'claimOpen',
        weight: 'strong',
        when: ({ waiting }) => waiting.length > 0,
        say: ({ waiting }) => [waiting.length],
      },
      { id: 'seenWaiting', weight: 'certain', when: (_, { seen }) => seen === 'waiting' },
      { id: 'mailUnopened', weight: 'certain', when: (_, { mail }) => mail === 'unopened' },
      { weight: 'against', when: (_, { mail }) => mail === 'accepted' },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' },
    ],
    statements: [
      { id: 'acceptAtDashboard', fact: 'credlyMail' },
      { id: 'autoAccept', fact: 'credlyAutoAccept' },
      { id: 'unclaimedGoes', fact: 'credlyUnclaimed' },
    ],
    actions: [actions.openCredly, actions.autoAccept, actions.refresh],
  },
  {
    id: 'mailSpam',
    signs: [
      { id: 'noMail', weight: 'strong', when: (_, { mail }) => mail === 'none' },
      { id: 'mailUnsure', weight: 'fair', when: (_, { mail }) => mail === 'unsure' },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' || seen === 'waiting' },
      { weight: 'against', when: (_, { address, mail }) => address === 'lost' || mail === 'nowhere' },
      { weight: 'against', when: isIssuer('microsoft', 'github', 'canvas') },
    ],
    statements: [
      { id: 'spamSender', fact: 'credlyMail' },
      { id: 'acceptWithoutMail', fact: 'credlyMail' },
    ],
    actions: [actions.openCredly, actions.credlyHelp],
  },
  {
    id: 'linkExpired',
    signs: [{ id: 'linkDead', weight: 'certain', when: (_, { mail }) => mail === 'dead' }],
    statements: [
      { id: 'acceptWithoutMail', fact: 'credlyMail' },
      { id: 'codesExpire', fact: 'codeExpired' },
      { id: 'issuerSendsAgain', fact: 'credlyIssuer' },
    ],
    actions: [actions.openCredly, actions.credlyHelp],
  },
  {
    id: 'processing',
    signs: [
      { id: 'daysAgo', weight: 'strong', when: (_, { when }) => when === 'days' },
      { id: 'noMailYet', weight: 'fair', when: (_, { when, mail }) => when === 'days' && hasNone(mail) },
      { weight: 'against', when: (_, { when }) => when === 'weeks' || when === 'longer' },
      {
        weight: 'against',
        when: (_, { seen, mail }) => seen === 'yes' || seen === 'waiting' || mail === 'accepted',
      },
    ],
    statements: [
      { id: 'daysAtOneIssuer', fact: 'issuerDays' },
      { id: 'noDaysAtMicrosoft', fact: 'githubMove' },
    ],
    actions: [actions.refresh],
  },
  {
    id: 'noneIssued',
    signs: [
      {
        id: 'longAgoNoMail',
        weight: 'strong',
        when: (_, { when, mail }) => when === 'longer' && hasNone(mail),
      },
      { id: 'weeksNoMail', weight: 'fair', when: (_, { when, mail }) => when === 'weeks' && hasNone(mail) },
      { id: 'notSeen', weight: 'slight', when: (_, { seen }) => seen === 'no' },
      { id: 'issuerUnknown', weight: 'slight', when: isUnknownIssuer },
      {
        weight: 'against',
        when: (_, { mail }) => mail === 'accepted' || mail === 'unopened' || mail === 'dead',
      },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' || seen === 'waiting' },
      { weight: 'against', when: isIssuer('microsoft', 'github') },
    ],
    statements: [
      { id: 'askIssuerFirst', fact: 'credlyMissing' },
      { id: 'credlyAsksThem', fact: 'credlyMissing' },
    ],
    actions: [actions.credlyHelp, actions.addByFile],
  },
];
