import { byClass, hook, structure } from '../surface';
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
  signs: [...hook('#subject_title', '#recipient_input_element'), ...byClass('.button_write')],
  compose: {
    candidates: byClass('.editor_body iframe'),
    // The page for writing is one message.
    within: [
      ...hook('body:has(#subject_title)', 'body:has(#recipient_input_element)'),
      ...structure('body:has(.editor_body)'),
    ],
  },
  message: [],
};
