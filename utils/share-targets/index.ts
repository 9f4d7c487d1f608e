import type { ShareTarget } from './share-target';

/** In the order in which they are shown or asked. */
export const shareTargets: readonly ShareTarget[] = [];
