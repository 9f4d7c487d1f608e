import { daum } from './daum';
import { fastmail } from './fastmail';
import { gmail } from './gmail';
import { gmx } from './gmx';
import { icloud } from './icloud';
import { mailru } from './mailru';
import { naver } from './naver';
import { nextcloud } from './nextcloud';
import { openXchange } from './open-xchange';
import { outlook } from './outlook';
import { proton } from './proton';
import { rainloop } from './rainloop';
import { roundcube } from './roundcube';
import { snappymail } from './snappymail';
import { sogo } from './sogo';
import type { Webmail } from './webmail';
import { yahoo } from './yahoo';
import { zimbra } from './zimbra';
import { zoho } from './zoho';

/** In the order in which they are shown or asked. */
export const webmails: readonly Webmail[] = [
  gmail,
  outlook,
  naver,
  daum,
  yahoo,
  icloud,
  proton,
  fastmail,
  zoho,
  gmx,
  mailru,
  // On addresses of one's own.
  roundcube,
  snappymail,
  nextcloud,
  sogo,
  zimbra,
  openXchange,
  rainloop,
];
