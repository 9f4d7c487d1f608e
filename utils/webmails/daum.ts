import { byClass, hook, role, structure } from '../surface';
import type { Webmail } from './webmail';

/**
 * Daum and Kakao Mail. Nothing of their pages is public; Daum's editors are TinyMCE (facts on pages, 2.2), so TinyMCE in its
 * own surroundings is what is looked for. Where that is wrong there is no pin, and the popup inserts.
 */
export const daum: Webmail = {
  id: 'daum',
  name: 'Daum Mail, Kakao Mail',
  evidence: 'reported',
  matches: ['https://mail.daum.net/*', 'https://mail.kakao.com/*'],
  signs: hook('#keditorContainer_ifr'),
  compose: {
    candidates: [...hook('iframe#keditorContainer_ifr'), ...structure('iframe[id$="_ifr"]')],
    within: [...role('[role="application"]'), ...byClass('.tox-tinymce', '.mce-tinymce')],
  },
  message: [],
};
