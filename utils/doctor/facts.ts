import type { WebUrl } from '../html';

/** Where a statement of the doctor comes from, and how old it is. */
export interface Fact {
  readonly url: WebUrl;
  /** The page's own title, untranslated. */
  readonly title: string;
  /** YYYY-MM-DD: the day that the page itself names, or the one on which a copy of it was read. */
  readonly on: string;
  readonly as: 'updated' | 'read';
}

const fact = (url: string, title: string, on: string, as: Fact['as'] = 'updated'): Fact => ({
  // Written here, every one https; the test reads them all through `safeUrl`.
  url: url as WebUrl,
  title,
  on,
  as,
});

const credly = (path: string, title: string, on = '2023-06-06') =>
  fact(`https://support.credly.com/hc/en-us/articles/${path}`, title, on);

/**
 * Every statement names one of these. Nothing is said that none of them holds. Pages without a date of their own carry the
 * day on which they were read.
 */
export const facts = {
  credlyMissing: credly('360026919271', 'I am missing a badge, what should I do?'),
  credlyMail: credly('360021214251', 'How can I be sure I receive my badge notification email'),
  credlyAutoAccept: credly('360021214671', 'Can I automatically accept badges?'),
  credlyMerge: credly('360020963892', 'How do I merge my accounts', '2024-03-14'),
  credlyMergeVideo: credly('360041542572', 'Video: How do I merge my accounts?'),
  credlyPrivacy: credly('360021220971', 'How do I manage my privacy?'),
  credlyUnclaimed: credly('17760455746715', 'FAQs about privacy', '2023-08-08'),
  credlyCertiport: credly('360030116251', 'Adobe'),
  credlyIssuer: fact(
    'https://credlyissuer.zendesk.com/hc/en-us/articles/360027660612',
    'What do I do when an earner says that they haven’t received their badge?',
    '2024-05-30',
  ),
  credlyLeaving: fact(
    'https://credlyissuer.zendesk.com/hc/en-us/articles/360035943711',
    'What happens to an earner’s badge if they leave our organization?',
    '2023-04-19',
  ),
  schoolLeavers: fact(
    'https://knowledge.realideas.org/credly-keep-your-badges-email-template-for-school/college/university-leavers',
    'Credly: keep your badges (for leavers)',
    '2026-11-23',
    'read',
  ),
  page48: fact(
    'https://github.com/pemtajo/badge-readme/issues/28',
    'badge-readme #28: 61 badges, only 48 shown',
    '2026-11-23',
    'read',
  ),
  learnNotCredly: fact(
    'https://learn.microsoft.com/en-us/answers/questions/1484792/where-is-my-new-badge-microsoft-is-not-partnered-w',
    'Where is my new badge? (Microsoft Q&A)',
    '2026-11-23',
    'read',
  ),
  learnMerge: fact(
    'https://learn.microsoft.com/en-us/answers/questions/5832783/getting-the-certificate-in-my-personal-account',
    'Getting the certificate in my personal account (Microsoft Q&A)',
    '2026-11-23',
    'read',
  ),
  learnTickets: fact(
    'https://learn.microsoft.com/en-us/answers/questions/5816458/im-not-getting-proper-response-from-support-or-hel',
    'Credentials Support (Microsoft Q&A)',
    '2026-11-23',
    'read',
  ),
  learnConnect: fact(
    'https://learn.microsoft.com/en-us/credentials/certifications/manage-certification-profile',
    'Manage your certification profile',
    '2026-11-23',
    'read',
  ),
  learnTranscript: fact(
    'https://github.com/sujithq/ms-learn',
    'sujithq/ms-learn: what a shared transcript holds (a public profile alone was tried on 2026-07-17)',
    '2026-11-23',
    'read',
  ),
  retiredExams: fact(
    'https://www.microsoft.com/learning/mcpexams/status/examstoretire.mspx',
    'Exams to retire (Microsoft Learning, 2009)',
    '2026-11-23',
    'read',
  ),
  githubMove: fact(
    'https://github.com/orgs/community/discussions/209952',
    'GitHub Community #209952',
    '2026-11-23',
    'read',
  ),
  githubBefore: fact(
    'https://github.com/orgs/community/discussions/205407',
    'GitHub Community #205407',
    '2026-11-23',
    'read',
  ),
  accredibleWallets: fact(
    'https://help.accredible.com/credential-wallet-faqs',
    'Credential wallet FAQs',
    '2026-11-23',
    'read',
  ),
  accredibleLost: fact(
    'https://help.accredible.com/do-i-need-to-create-an-account-for-my-credentials',
    'Do I need to create an account for my credentials?',
    '2026-11-23',
    'read',
  ),
  accredibleHidden: fact(
    'https://help.accredible.com/hide-your-credential',
    'Hide your credential',
    '2026-11-23',
    'read',
  ),
  linksBreak: fact(
    'https://documentation.skillsoft.com/en_us/percipio/Content/B_Learner/lrnr_badges_privacy.htm',
    'Badge privacy (Skillsoft)',
    '2026-11-23',
    'read',
  ),
  canvasAddresses: fact(
    'https://community.canvaslms.com/t5/Canvas-Badges/Managing-your-Canvas-Badges-Credentials-account/ta-p/528685',
    'How do I manage my Canvas Badges/Credentials account?',
    '2026-11-23',
    'read',
  ),
  canvasMerge: fact(
    'https://guides.instructure.com/m/111837/l/1662349-how-do-i-merge-my-canvas-badges-credentials-account',
    'How do I merge my Canvas Badges/Credentials account?',
    '2026-11-23',
    'read',
  ),
  canvasServers: fact(
    'https://guides.instructure.com/m/111837/l/1571713-transferring-badges-to-an-account-on-a-different-server',
    'Transferring badges to an account on a different server',
    '2026-11-23',
    'read',
  ),
  issuerDays: fact('https://blog.cbic.org/credly-qa/', 'Credly Q&A (CBIC)', '2026-11-23', 'read'),
  codeExpired: fact(
    'https://trainingsupport.microsoft.com/en-us/mcp/forum/all/requesting-new-mos-certificate-access-code/1d038604-d1a5-439b-aff3-b250266b876e',
    'Requesting new MOS certificate access code',
    '2026-11-23',
    'read',
  ),
} as const;

export type FactId = keyof typeof facts;
