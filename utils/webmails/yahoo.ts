import { byClass, hook } from '../surface';
import type { Webmail } from './webmail';

/**
 * Yahoo Mail and AOL Mail, which are one program. Its `data-test-id`s stand in many public scripts (facts on pages, 2.2);
 * never recorded.
 */
export const yahoo: Webmail = {
  id: 'yahoo',
  name: 'Yahoo Mail, AOL Mail',
  evidence: 'reported',
  matches: ['https://mail.yahoo.com/*', 'https://mail.aol.com/*'],
  signs: hook('[data-test-id="rte"]', '[data-test-id="message-view-body"]', '#editor-container'),
  compose: {
    candidates: hook(
      '[data-test-id="rte"][contenteditable="true"]',
      '#editor-container [contenteditable="true"]',
    ),
    within: hook(
      '#editor-container',
      'body:has([data-test-id="compose-send-button"])',
      'body:has([data-test-id="compose-subject"])',
    ),
  },
  message: [
    ...hook('[data-test-id="message-view-body-content"]', '[data-test-id="message-view-body"]'),
    ...byClass('.msg-body'),
  ],
};
