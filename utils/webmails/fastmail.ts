import { byClass, structure } from '../surface';
import type { Webmail } from './webmail';

/**
 * Fastmail. Squire in the page itself, and the classes of messages, stand in a maintained script (facts on pages, 2.2). What
 * surrounds the field is not known to us; that the address says "compose" while one writes is a guess, and where it is wrong
 * there is no pin and the popup inserts.
 */
export const fastmail: Webmail = {
  id: 'fastmail',
  name: 'Fastmail',
  evidence: 'reported',
  matches: ['https://app.fastmail.com/*'],
  signs: byClass('.v-Message-body', '.v-MailMessage-body'),
  compose: {
    candidates: structure('div[contenteditable="true"]'),
    within: [],
    at: /\/compose\b/,
  },
  message: byClass('.v-Message-body', '.v-MailMessage-body'),
};
