import { actions } from './actions';
import type { Knowledge } from './knowledge';
import { isIssuer, type Reason } from './reason';

const failed = ({ accounts }: Knowledge) => accounts.filter(({ error }) => error !== null);
const short = ({ accounts }: Knowledge) =>
  accounts.filter(({ stated, found }) => stated !== null && found !== null && found < stated);
const stale = ({ accounts }: Knowledge) => accounts.filter(({ age }) => age !== null && age >= 2);
const seesIt = (_: Knowledge, { seen }: { readonly seen?: string }) => seen === 'yes';

/** It is there, and does not show here. */
export const visibilityReasons: readonly Reason[] = [
  {
    id: 'profilePrivate',
    signs: [
      {
        id: 'accountPrivate',
        weight: 'certain',
        when: ({ accounts }) =>
          accounts.some(({ error }) => error === 'private-profile' || error === 'sign-in-required'),
      },
      {
        id: 'accountNotFound',
        weight: 'fair',
        when: ({ accounts }) => accounts.some(({ error }) => error === 'not-found'),
      },
      {
        id: 'nothingFound',
        weight: 'fair',
        when: ({ accounts }) => accounts.some(({ sourceId, found }) => sourceId === 'credly' && found === 0),
      },
      { id: 'seenThere', weight: 'slight', when: seesIt },
      { weight: 'against', when: isIssuer('microsoft', 'github') },
    ],
    statements: [
      { id: 'profilePublic', fact: 'credlyPrivacy' },
      { id: 'bothPublic', fact: 'credlyPrivacy' },
    ],
    actions: [actions.openCredly, actions.credlyPublic, actions.refresh],
  },
  {
    id: 'badgePrivate',
    signs: [
      { id: 'seenThere', weight: 'strong', when: seesIt },
      {
        id: 'privateHere',
        weight: 'slight',
        when: (known, answers) => known.private > 0 && answers.seen !== 'no',
        say: (known) => [known.private],
      },
      {
        id: 'lessThanStated',
        weight: 'slight',
        when: (known, answers) => seesIt(known, answers) && short(known).length > 0,
      },
      { weight: 'against', when: (_, { seen }) => seen === 'no' || seen === 'waiting' },
      { weight: 'against', when: isIssuer('microsoft', 'github') },
    ],
    statements: [
      { id: 'badgePublic', fact: 'credlyPrivacy' },
      { id: 'accrediblePrivate', fact: 'accredibleHidden' },
      { id: 'privateBreaksLinks', fact: 'linksBreak' },
    ],
    actions: [actions.credlyEdit, actions.openCredly, actions.refresh, actions.addByFile],
  },
  {
    id: 'listShort',
    signs: [
      {
        id: 'statedMore',
        weight: 'certain',
        when: (known) => short(known).length > 0,
        say: (known) => {
          const [first] = short(known);
          return [first?.handle ?? '', first?.found ?? 0, first?.stated ?? 0];
        },
      },
      { weight: 'against', when: (_, { seen }) => seen === 'no' || seen === 'waiting' },
    ],
    statements: [{ id: 'page48', fact: 'page48' }],
    actions: [actions.refresh],
  },
  {
    id: 'notRefreshed',
    signs: [
      {
        id: 'accountFailed',
        weight: 'strong',
        when: (known) => failed(known).length > 0,
        say: (known) => [failed(known)[0]?.handle ?? ''],
      },
      {
        id: 'neverPulled',
        weight: 'strong',
        when: ({ accounts }) =>
          accounts.some(({ age, error, isPulling }) => age === null && error === null && !isPulling),
      },
      {
        id: 'oldPull',
        weight: 'strong',
        when: (known) => stale(known).length > 0,
        say: (known) => [stale(known)[0]?.handle ?? '', stale(known)[0]?.age ?? 0],
      },
      { id: 'seenThere', weight: 'slight', when: seesIt },
      {
        id: 'mailAccepted',
        weight: 'slight',
        when: (_, { mail, when }) => mail === 'accepted' && when === 'days',
      },
      { weight: 'against', when: (_, { seen }) => seen === 'no' || seen === 'waiting' },
    ],
    statements: [],
    actions: [actions.refresh, actions.connect],
  },
  {
    id: 'shownElsewhere',
    signs: [
      {
        id: 'expiredHere',
        weight: 'fair',
        when: ({ expired }) => expired > 0,
        say: ({ expired }) => [expired],
      },
      {
        id: 'retiredHere',
        weight: 'fair',
        when: ({ retired }) => retired > 0,
        say: ({ retired }) => [retired],
      },
      { weight: 'against', when: (_, { when }) => when === 'days' || when === 'weeks' },
      { weight: 'against', when: (_, { seen }) => seen === 'no' || seen === 'waiting' },
    ],
    statements: [],
    actions: [actions.showCollection],
  },
];
