import { accountId, badgeId, type Account, type Badge, type SourceId } from '../badge';
import { escapeHtml } from '../html';
import { withoutPages } from './badges-of';
import type { BadgeSource } from './source';

const id = 'sample' as SourceId;

/** The one account of this source. */
export const sampleAccount: Account = {
  id: accountId(id, 'sample'),
  sourceId: id,
  handle: 'sample',
  url: null,
};

interface SampleRecord {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly description: string;
  readonly criterion: string;
  readonly skills: readonly string[];
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly colour: string;
  readonly letters: string;
}

/** Invented people, issuers and exams: for a first look without an account. */
const samples: readonly SampleRecord[] = [
  {
    id: 'cloud-architect',
    name: 'Cloud Architect Associate',
    issuer: 'Northwind Cloud Academy',
    description: 'Designs services that keep working when one part of them fails.',
    criterion: 'Passed the exam CA-200',
    skills: ['Cloud Architecture', 'Networking', 'Resilience'],
    issuedOn: '2026-05-14',
    expiresOn: '2028-05-14',
    colour: '#2b6cb0',
    letters: 'CA',
  },
  {
    id: 'kubernetes-operator',
    name: '쿠버네티스 운영 전문가',
    issuer: '한빛 클라우드 교육원',
    description: '쿠버네티스 클러스터를 설치하고, 장애를 진단하고, 안전하게 업그레이드합니다.',
    criterion: '실기 시험 KO-301 합격',
    skills: ['쿠버네티스', '컨테이너', 'Linux'],
    issuedOn: '2026-02-03',
    expiresOn: '2029-02-03',
    colour: '#0b6e6e',
    letters: '쿠',
  },
  {
    id: 'data-analyst',
    name: 'Data Analyst Professional',
    issuer: 'Harbour University',
    description: 'Turns raw tables into answers, and says how sure they are.',
    criterion: 'Completed the capstone project',
    skills: ['SQL', 'Statistics', 'Visualisation'],
    issuedOn: '2025-11-20',
    expiresOn: null,
    colour: '#8a4b9e',
    letters: 'DA',
  },
  {
    id: 'web-accessibility',
    name: '웹 접근성 실무',
    issuer: '모두의 웹 협회',
    description: '누구나 쓸 수 있는 화면을 설계하고 점검합니다.',
    criterion: '실무 과정 40시간 수료',
    skills: ['웹 접근성', 'HTML', 'ARIA'],
    issuedOn: '2025-06-30',
    expiresOn: null,
    colour: '#b7791f',
    letters: '웹',
  },
  {
    id: 'security-fundamentals',
    name: 'Security Fundamentals',
    issuer: 'Northwind Cloud Academy',
    description: 'Knows the common attacks and the habits that stop them.',
    criterion: 'Passed the exam SF-100',
    skills: ['Security', 'Identity'],
    issuedOn: '2022-09-12',
    expiresOn: '2025-09-12',
    colour: '#9b2c2c',
    letters: 'SF',
  },
];

export const sample: BadgeSource = {
  id,
  name: 'LapelPin',
  words: [],
  hosts: [],
  examples: [],
  parseAccount: () => null,
  askedAt: 'installation',
  ...withoutPages,
  fetchRecords: async () => ({ records: samples, statedTotal: samples.length, nextCursor: null }),
  toBadges: () => samples.map(toBadge),
  picture(badge) {
    const record = samples.find((candidate) => badgeId(id, candidate.id) === badge.id);
    return record
      ? { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(toSvg(record)).buffer }
      : null;
  },
};

function toBadge(record: SampleRecord): Badge {
  return {
    id: badgeId(id, record.id),
    sourceId: id,
    accountId: sampleAccount.id,
    achievement: {
      name: record.name,
      description: record.description,
      criteria: [{ text: record.criterion, url: null }],
      skills: record.skills,
      type: null,
      level: null,
      url: null,
    },
    issuer: { id: null, name: record.issuer, url: null },
    recipientName: null,
    issuedOn: record.issuedOn,
    expiresOn: record.expiresOn,
    evidence: [],
    state: 'unknown',
    pageUrl: null,
    imageUrl: null,
    credentialId: null,
    knownAs: [],
    basis: 'record',
    renewableFrom: null,
  };
}

/** A six-cornered medal with the record's letters: plain, but unmistakably a badge. */
function toSvg({ colour, letters }: SampleRecord): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 220" width="220" height="220">
<path d="M110 8 198 59v102l-88 51-88-51V59z" fill="${colour}"/>
<path d="M110 24 184 67v86l-74 43-74-43V67z" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="4"/>
<text x="110" y="132" text-anchor="middle" font-family="system-ui,sans-serif" font-size="62" font-weight="700" fill="#fff">${escapeHtml(letters)}</text>
</svg>`;
}
