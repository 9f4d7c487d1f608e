/** One invented badge, from which every document of it is made. */
export interface MintedBadge {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly issuer: { readonly id: string; readonly name: string; readonly slug: string };
  readonly skills: readonly string[];
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly evidence: readonly object[];
}

const issuers = [
  ['Northwind Cloud Academy', 'northwind'],
  ['한빛 클라우드 교육원', 'hanbit-cloud'],
  ['Harbour University', 'harbour-university'],
  ['모두의 웹 협회', 'web-for-all'],
  ['Juniper Ridge Security Institute', 'juniper-ridge'],
] as const;

const subjects: readonly (readonly [string, readonly string[]])[] = [
  ['Cloud Architect', ['Cloud Computing', 'Networking', 'Resilience']],
  ['쿠버네티스 운영', ['쿠버네티스', '컨테이너', 'Linux']],
  ['Data Analyst', ['SQL', 'Statistics', 'Visualisation']],
  ['웹 접근성', ['웹 접근성', 'HTML', 'ARIA']],
  ['Security Operations', ['Incident Response', 'Identity', 'Network Security']],
  ['머신러닝 기초', ['머신러닝', 'Python', '통계']],
  ['Site Reliability', ['Observability', 'Automation', 'Linux']],
  ['데이터 엔지니어링', ['데이터 파이프라인', 'SQL', 'Spark']],
  ['Product Design', ['User Research', 'Prototyping', 'Accessibility']],
  ['네트워크 관리', ['네트워크', '라우팅', 'IPv6']],
];
const levels = ['Foundations', 'Associate', 'Professional', 'Specialist', '심화 과정', '실무'];

/** RFC 4122 in form; the number can be read at its end. */
export function badgeIdOf(prefix: string, number: number): string {
  return `${prefix}-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Badge `number` of a person. Dates run back a month a badge, so that the list has an order. */
export function mintBadge(prefix: string, number: number): MintedBadge {
  const [subject, skills] = subjects[number % subjects.length] ?? ['Badge', []];
  const level = levels[Math.floor(number / subjects.length) % levels.length] ?? '';
  const [name, slug] = issuers[number % issuers.length] ?? issuers[0];
  const issued = new Date(Date.UTC(2026, 8 - number, 1 + ((number * 7) % 27)));
  return {
    number,
    id: badgeIdOf(prefix, number),
    name: `${subject} ${level}`.trim(),
    description: `Holders of ${subject} ${level} have shown, in an exam and in a practical task, that they can be relied on.`,
    issuer: { id: badgeIdOf('0a0a0a0a-0000', number % issuers.length), name, slug },
    skills,
    issuedOn: day(issued),
    expiresOn:
      number % 4 === 1
        ? day(new Date(Date.UTC(issued.getUTCFullYear() + 3, issued.getUTCMonth(), 14)))
        : null,
    evidence: number % 9 === 0 ? evidenceOf(number) : [],
  };
}

function evidenceOf(number: number): object[] {
  return [
    {
      id: `${number}-1`,
      type: 'UrlEvidence',
      title: 'Project report',
      description: 'What was built',
      url: 'https://portfolio.example.org/report',
    },
    {
      id: `${number}-2`,
      type: 'PlainTextEvidence',
      title: '평가 의견',
      description: '실기 과제를 기한 안에 마쳤습니다.',
    },
    { id: `${number}-3`, type: 'IdEvidence', title: 'Exam', description: null, values: [`EX-${number}`] },
  ];
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
