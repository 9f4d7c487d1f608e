import type { Webmail } from './webmail';

/**
 * Naver Mail. The field is one element inside a frame of the page's own origin (facts on pages, 2.2): reported in scripts of
 * others, never recorded. Where a mail that is read stands in the page is not known, so nothing is marked there.
 */
export const naver: Webmail = {
  id: 'naver',
  name: 'Naver Mail',
  evidence: 'reported',
  matches: ['https://mail.naver.com/*'],
  isDocument: (document) =>
    document.querySelector('#subject_title, #recipient_input_element, .editor_body > iframe') !== null,
  // The page for writing is one message.
  compose: ['body:has(#subject_title)', '.editor_body'],
  composeEditor: ['.editor_body > iframe'],
  message: [],
};
