import { hook, structure } from '../surface';
import type { Webmail } from './webmail';

/**
 * Proton Mail. Its program is public (ProtonMail/WebClients), and its `data-testid`s stand in there (facts on pages, 2.2);
 * never recorded. Field and message are frames of the page's own origin; in the message's none of the page's scripts run.
 */
export const proton: Webmail = {
  id: 'proton',
  name: 'Proton Mail',
  evidence: 'reported',
  matches: ['https://mail.proton.me/*'],
  signs: hook('[data-testid="rooster-iframe"]', '[data-testid="content-iframe"]'),
  compose: {
    candidates: hook('iframe[data-testid="rooster-iframe"]'),
    within: structure(
      'div:has(input[id^="to-composer-"])',
      'div:has(button[data-testid="composer:send-button"])',
    ),
  },
  message: [],
  messageFrames: hook('iframe[data-testid="content-iframe"]'),
};
