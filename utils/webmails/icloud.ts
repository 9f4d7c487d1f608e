import { byClass } from '../surface';
import type { Webmail } from './webmail';

/**
 * iCloud Mail. The program runs in a frame of its own (`applications/mail2`), and shows a message in another of a host that is
 * for nothing else (facts on pages, 2.2, from a maintained script); never recorded.
 */
export const icloud: Webmail = {
  id: 'icloud',
  name: 'iCloud Mail',
  evidence: 'reported',
  matches: ['https://www.icloud.com/*', 'https://www-mail.icloud-sandbox.com/*'],
  signs: byClass('iframe.child-application', '.cw-pane-container'),
  compose: {
    candidates: byClass('.editor-content'),
    within: byClass('.cw-pane-container'),
    at: /\/applications\/mail/,
  },
  message: [],
  messageHosts: ['www-mail.icloud-sandbox.com'],
};
