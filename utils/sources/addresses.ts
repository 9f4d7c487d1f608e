import { accredibleAddresses } from './accredible-addresses';
import type { BadgeAddresses } from './badge-addresses';
import { canvasAddresses } from './canvas-addresses';
import { credlyAddresses } from './credly-addresses';
import { microsoftLearnAddresses } from './microsoft-learn-addresses';
import { moodleAddresses } from './moodle-addresses';
import { openBadgeFactoryAddresses } from './open-badge-factory-addresses';

/** The addresses of the sources in `index.ts`, in the same order; a source without records that could be checked has none. */
export const badgeAddresses: readonly BadgeAddresses[] = [
  credlyAddresses,
  canvasAddresses,
  accredibleAddresses,
  openBadgeFactoryAddresses,
  moodleAddresses,
];

/** Sources whose badges have names of their own, and no record that could be checked: in other people's pages a mark would promise one. */
export const unmarkedAddresses: readonly BadgeAddresses[] = [microsoftLearnAddresses];
