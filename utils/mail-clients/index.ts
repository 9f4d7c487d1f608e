import { appleMail } from './apple-mail';
import { gmail } from './gmail';
import type { MailClient } from './mail-client';
import { naver } from './naver';
import { outlook } from './outlook';

/** In the order in which they are shown. */
export const mailClients: readonly MailClient[] = [gmail, outlook, appleMail, naver];
