import type { LibraryView } from '../messages';
import type { WebUrl } from '../html';

/** What one can do about it. The words on it are `doctorDo_<id>`. */
export type Action =
  | { readonly id: string; readonly kind: 'view'; readonly view: LibraryView }
  | { readonly id: string; readonly kind: 'open'; readonly url: WebUrl }
  /** A page of one's own account there; not offered while none is connected. */
  | {
      readonly id: string;
      readonly kind: 'own-page';
      readonly sourceId: string;
      readonly url: (handle: string) => string;
    }
  | { readonly id: string; readonly kind: 'refresh' }
  | { readonly id: string; readonly kind: 'steps'; readonly steps: StepsId };

/** A way that is walked step by step; the steps are `doctorStep_<id>_1`, `_2`… */
export type StepsId =
  'autoAccept' | 'credlyAddress' | 'credlyMerge' | 'credlyPublic' | 'learnLink' | 'canvasAddress';

const open = (id: string, url: string): Action => ({ id, kind: 'open', url: url as WebUrl });

/** Pages whose addresses are in the facts; where only the way through a menu is known, `steps` tells it. */
export const actions = {
  connect: { id: 'connect', kind: 'view', view: 'add' },
  addByFile: { id: 'addByFile', kind: 'view', view: 'add' },
  showCollection: { id: 'showCollection', kind: 'view', view: 'collection' },
  refresh: { id: 'refresh', kind: 'refresh' },
  autoAccept: { id: 'autoAccept', kind: 'steps', steps: 'autoAccept' },
  credlyAddress: { id: 'credlyAddress', kind: 'steps', steps: 'credlyAddress' },
  credlyMerge: { id: 'credlyMerge', kind: 'steps', steps: 'credlyMerge' },
  credlyPublic: { id: 'credlyPublic', kind: 'steps', steps: 'credlyPublic' },
  learnLink: { id: 'learnLink', kind: 'steps', steps: 'learnLink' },
  canvasAddress: { id: 'canvasAddress', kind: 'steps', steps: 'canvasAddress' },
  // Where private badges are managed (facts on sources, 1.5).
  credlyEdit: {
    id: 'credlyEdit',
    kind: 'own-page',
    sourceId: 'credly',
    url: (handle) => `https://www.credly.com/users/${encodeURIComponent(handle)}/edit#credly`,
  },
  openCredly: open('openCredly', 'https://www.credly.com/users/sign_in'),
  credlyHelp: open('credlyHelp', 'https://support.credly.com/hc/en-us/articles/360026919271'),
  microsoftSupport: open('microsoftSupport', 'https://aka.ms/credentialssupport'),
  openLearn: open(
    'openLearn',
    'https://learn.microsoft.com/en-us/credentials/certifications/manage-certification-profile',
  ),
  githubHelp: open('githubHelp', 'https://github.com/orgs/community/discussions/209952'),
  certiportHelp: open('certiportHelp', 'https://www.certiport.com/'),
  accredibleFind: open(
    'accredibleFind',
    'https://help.accredible.com/do-i-need-to-create-an-account-for-my-credentials',
  ),
  accredibleMail: open('accredibleMail', 'mailto:support@accredible.com'),
  canvasMerge: open(
    'canvasMerge',
    'https://guides.instructure.com/m/111837/l/1662349-how-do-i-merge-my-canvas-badges-credentials-account',
  ),
  canvasMail: open('canvasMail', 'mailto:support@badgr.com'),
} as const satisfies Readonly<Record<string, Action>>;

/** How many steps each way has. */
export const stepCounts: Readonly<Record<StepsId, number>> = {
  autoAccept: 4,
  credlyAddress: 4,
  credlyMerge: 4,
  credlyPublic: 3,
  learnLink: 3,
  canvasAddress: 3,
};
