import { gmail } from './gmail';
import { outlook } from './outlook';
import { roundcube } from './roundcube';
import { naver } from './naver';
import { snappymail } from './snappymail';
import { yahoo } from './yahoo';
import type { Webmail } from './webmail';

/** In the order in which they are shown or asked. */
export const webmails: readonly Webmail[] = [gmail, outlook, naver, yahoo, roundcube, snappymail];
