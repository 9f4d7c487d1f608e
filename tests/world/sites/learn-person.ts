/**
 * What Microsoft Learn knows of Haneul Kim, all invented. Credly's list of imported badges is made from the same: two
 * certifications are in both, word for word; one is written in another way there; one is in each alone.
 */
export interface LearnCertification {
  readonly name: string;
  readonly number: string;
  readonly status: 'Active' | 'Expired' | 'Retired';
  readonly earnedOn: string;
  readonly expiresOn: string | null;
}

export const learnUser = {
  name: 'HaneulKim-0417',
  userId: '6c6c6c6c-1111-4222-8333-444444444444',
  displayName: 'Haneul Kim',
  /** Never to be kept: the canary of the tests. */
  contactEmail: 'haneul.kim.private@mail.example.org',
  legalName: 'KIM HANEUL LEGALNAME',
  mcid: '990417417',
  transcript: 'd7xkr4jh9pl2aqe',
} as const;

/** Active first, then historical, as the transcript lists them. */
export const learnCertifications: readonly LearnCertification[] = [
  certification('Microsoft Certified: Azure Administrator Associate', 1, '2025-11-03', '2026-11-03'),
  certification('Microsoft Certified: Azure Solutions Architect Expert', 2, '2026-02-18', '2027-02-18'),
  certification('Microsoft Certified: Azure Fundamentals', 3, '2024-06-12', null),
  certification('GitHub Actions', 4, '2025-01-09', '2028-01-09'),
  {
    ...certification('Microsoft Certified: Data Analyst Associate', 5, '2021-05-20', null),
    status: 'Retired',
  },
  {
    ...certification('Microsoft Certified: Power BI Data Analyst Associate', 6, '2023-03-01', '2024-03-01'),
    status: 'Expired',
  },
];

function certification(
  name: string,
  number: number,
  earnedOn: string,
  expiresOn: string | null,
): LearnCertification {
  return { name, number: `H1K2L${number}-4B71${number}F`, status: 'Active', earnedOn, expiresOn };
}

export const learnAppliedSkills = [
  {
    id: 'A1B2C3D4E5F60718',
    title: 'Deploy cloud-native apps using Azure Container Apps',
    awardedOn: '2025-09-14',
  },
] as const;

export const learnExams = [
  { title: 'Microsoft Azure Administrator', number: 'AZ-104', takenOn: '2025-11-03' },
  { title: 'Designing Microsoft Azure Infrastructure Solutions', number: 'AZ-305', takenOn: '2026-02-18' },
  { title: 'Managing Modern Desktops', number: 'MD-101', takenOn: '2022-08-30' },
] as const;

export const learnAchievements = [
  { id: 'KQ7MZ2A9', kind: 'badge', title: 'Get started with containers', grantedOn: '2025-08-02' },
  { id: 'W3RT8PLX', kind: 'trophy', title: 'Run container apps in the cloud', grantedOn: '2025-09-01' },
] as const;

/** A share page of one credential; Credly's imported badges point at these. */
export interface LearnShare {
  readonly id: string;
  readonly sharingId: string;
  readonly title: string;
}

export const learnShares: readonly LearnShare[] = [
  share('7B47257D40C95501', 'Microsoft Certified: Azure Administrator Associate'),
  share('7B47257D40C95502', 'Microsoft Certified: Azure Solutions Architect Expert'),
  share('7B47257D40C95503', 'Microsoft Certified: Azure Fundamentals'),
  share('7B47257D40C95507', 'Microsoft Certified: Azure AI Engineer Associate'),
  share('A1B2C3D4E5F60718', 'Deploy cloud-native apps using Azure Container Apps'),
];

function share(id: string, title: string): LearnShare {
  return { id, sharingId: `51AB${id.slice(-12)}`, title };
}

export function shareUrlOf({ id, sharingId }: LearnShare): string {
  return `https://learn.microsoft.com/api/credentials/share/en-us/${learnUser.name}/${id}?sharingId=${sharingId}`;
}

/** A badge of elsewhere, as Credly keeps its copy. */
export interface ImportedBadge {
  readonly number: number;
  readonly name: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly url: string;
}

/** As Credly read them off the share pages. The third is written with a dash where Learn has a colon. */
export const importedCertifications: readonly ImportedBadge[] = [
  imported(0, 'Microsoft Certified: Azure Administrator Associate', '2025-11-03', '2026-11-03'),
  imported(1, 'Microsoft Certified: Azure Solutions Architect Expert', '2026-02-18', '2027-02-18'),
  imported(2, 'Microsoft Certified – Azure Fundamentals', '2024-06-12', null),
  imported(3, 'Microsoft Certified: Azure AI Engineer Associate', '2026-04-22', '2027-04-22'),
];

function imported(index: number, name: string, issuedOn: string, expiresOn: string | null): ImportedBadge {
  const shown = learnShares[index];
  if (!shown) throw new Error(`no share page ${index}`);
  return { number: index + 1, name, issuedOn, expiresOn, url: shareUrlOf(shown) };
}
