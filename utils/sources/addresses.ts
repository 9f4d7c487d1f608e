import type { BadgeAddresses } from './badge-addresses';
import { credlyAddresses } from './credly-addresses';

/** The addresses of the sources in `index.ts`, in the same order; a source without public pages has none. */
export const badgeAddresses: readonly BadgeAddresses[] = [credlyAddresses];
