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
  isDocument: (document) =>
    document.querySelector('[data-test-id="rte"], [data-test-id="message-view-body"], #editor-container') !==
    null,
  compose: ['#editor-container', '[data-test-id="rte"]'],
  composeEditor: [
    '[data-test-id="rte"][contenteditable="true"]',
    '#editor-container [contenteditable="true"]',
  ],
  message: ['[data-test-id="message-view-body-content"]', '[data-test-id="message-view-body"]', '.msg-body'],
};
