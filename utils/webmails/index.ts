import type { Webmail } from './webmail';

/** In the order in which they are shown or asked. */
export const webmails: readonly Webmail[] = [];
