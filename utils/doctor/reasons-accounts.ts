import { actions } from './actions';
import { hasAccount, isIssuer, isUnknownIssuer, type Reason } from './reason';

/** The badge is at an address or in an account that is not connected here. */
export const accountReasons: readonly Reason[] = [
  {
    id: 'noAccount',
    signs: [
      {
        id: 'noAccounts',
        weight: 'certain',
        when: ({ accounts, badges }) => accounts.length === 0 && badges === 0,
      },
      {
        id: 'noAccountThere',
        weight: 'certain',
        when: (known, { issuer }) => issuer === 'credly' && !hasAccount(known, 'credly'),
      },
      {
        id: 'noAccountThere',
        weight: 'strong',
        when: (known, { issuer }) =>
          (issuer === 'accredible' && !hasAccount(known, 'accredible')) ||
          (issuer === 'canvas' && !hasAccount(known, 'canvas')) ||
          (issuer === 'certiport' && !hasAccount(known, 'credly')),
      },
      { id: 'seenThere', weight: 'slight', when: (_, { seen }) => seen === 'yes' },
    ],
    statements: [],
    actions: [actions.connect, actions.addByFile],
  },
  {
    id: 'otherAddress',
    signs: [
      { id: 'otherAddress', weight: 'certain', when: (_, { address }) => address === 'other' },
      { id: 'addressUnsure', weight: 'fair', when: (_, { address }) => address === 'unsure' },
      { id: 'notSeen', weight: 'fair', when: (_, { seen }) => seen === 'no' },
      {
        id: 'mailAccepted',
        weight: 'fair',
        when: (_, { seen, mail }) => seen === 'no' && mail === 'accepted',
      },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' || seen === 'waiting' },
      { weight: 'against', when: (_, { address }) => address === 'same' || address === 'lost' },
      { weight: 'against', when: (_, { issuer }) => issuer === 'accredible' || issuer === 'canvas' },
    ],
    statements: [
      { id: 'credlyOneAddress', fact: 'credlyMissing' },
      { id: 'credlySecondAddress', fact: 'credlyMail' },
    ],
    actions: [actions.connect, actions.credlyAddress, actions.openCredly],
  },
  {
    id: 'addressTyped',
    signs: [
      { id: 'noMailNowhere', weight: 'strong', when: (_, { mail }) => mail === 'nowhere' },
      { id: 'noMail', weight: 'fair', when: (_, { mail }) => mail === 'none' },
      { id: 'addressUnsure', weight: 'slight', when: (_, { address }) => address === 'unsure' },
      { id: 'notSeen', weight: 'slight', when: (_, { seen }) => seen === 'no' },
      { weight: 'against', when: (_, { when }) => when === 'days' },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' || seen === 'waiting' },
      { weight: 'against', when: isIssuer('microsoft', 'github') },
    ],
    statements: [
      { id: 'issuerAddress', fact: 'credlyMail' },
      { id: 'issuerReplaces', fact: 'credlyIssuer' },
    ],
    actions: [actions.credlyHelp],
  },
  {
    id: 'addressLost',
    signs: [
      { id: 'lostAddress', weight: 'certain', when: (_, { address }) => address === 'lost' },
      { id: 'cannotSignIn', weight: 'fair', when: (_, { seen }) => seen === 'cannot' },
    ],
    statements: [
      { id: 'schoolCloses', fact: 'schoolLeavers' },
      { id: 'passwordStays', fact: 'credlyLeaving' },
      { id: 'mergeBackwards', fact: 'credlyMerge' },
    ],
    actions: [actions.credlyMerge, actions.openCredly, actions.credlyHelp],
  },
  {
    id: 'merged',
    signs: [
      { id: 'gone', weight: 'fair', when: ({ gone }) => gone > 0, say: ({ gone }) => [gone] },
      {
        id: 'accountNotFound',
        weight: 'strong',
        when: ({ accounts }) => accounts.some(({ error }) => error === 'not-found'),
      },
      { id: 'cannotSignIn', weight: 'slight', when: (_, { seen }) => seen === 'cannot' },
      { weight: 'against', when: isIssuer('microsoft', 'github') },
    ],
    statements: [
      { id: 'mergeMoves', fact: 'credlyMerge' },
      { id: 'addressDeletes', fact: 'credlyMergeVideo' },
    ],
    actions: [actions.connect, actions.openCredly],
  },
  {
    id: 'accredibleWallet',
    signs: [
      { id: 'accredible', weight: 'fair', when: isIssuer('accredible') },
      {
        id: 'otherAddress',
        weight: 'strong',
        when: (_, { issuer, address }) => issuer === 'accredible' && address === 'other',
      },
      {
        id: 'lostAddress',
        weight: 'fair',
        when: (_, { issuer, address }) => issuer === 'accredible' && address === 'lost',
      },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' },
      {
        weight: 'against',
        when: (known, answers) => answers.issuer !== 'accredible' && !isUnknownIssuer(known, answers),
      },
    ],
    statements: [
      { id: 'walletPerAddress', fact: 'accredibleWallets' },
      { id: 'walletIssuerMoves', fact: 'accredibleWallets' },
      { id: 'walletFind', fact: 'accredibleLost' },
    ],
    actions: [actions.accredibleFind, actions.connect, actions.accredibleMail],
  },
  {
    id: 'canvasAddress',
    signs: [
      { id: 'canvas', weight: 'fair', when: isIssuer('canvas') },
      {
        id: 'otherAddress',
        weight: 'strong',
        when: (_, { issuer, address }) =>
          issuer === 'canvas' && (address === 'other' || address === 'unsure'),
      },
      { weight: 'against', when: (_, { seen }) => seen === 'yes' },
      {
        weight: 'against',
        when: (known, answers) => answers.issuer !== 'canvas' && !isUnknownIssuer(known, answers),
      },
    ],
    statements: [
      { id: 'canvasOneAddress', fact: 'canvasAddresses' },
      { id: 'canvasMerge', fact: 'canvasMerge' },
    ],
    actions: [actions.canvasAddress, actions.canvasMerge, actions.canvasMail],
  },
  {
    id: 'canvasServer',
    signs: [
      { id: 'canvas', weight: 'slight', when: isIssuer('canvas') },
      {
        id: 'sameAddressCanvas',
        weight: 'strong',
        when: (_, { issuer, address, seen }) => issuer === 'canvas' && address === 'same' && seen !== 'yes',
      },
      { weight: 'against', when: (_, { issuer }) => issuer !== 'canvas' },
    ],
    statements: [
      { id: 'canvasServers', fact: 'canvasServers' },
      { id: 'canvasByHand', fact: 'canvasServers' },
    ],
    actions: [actions.addByFile, actions.canvasMail],
  },
];
