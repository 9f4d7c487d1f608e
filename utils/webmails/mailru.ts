import { byClass, hook, role, structure } from '../surface';
import type { Webmail } from './webmail';

/** Mail.ru: TinyMCE with an id of its own (facts on pages, 2.2: scripts of others); never recorded. */
export const mailru: Webmail = {
  id: 'mailru',
  name: 'Mail.ru',
  evidence: 'reported',
  matches: ['https://e.mail.ru/*'],
  signs: hook('#composeEditor_ifr'),
  compose: {
    candidates: hook('iframe#composeEditor_ifr'),
    within: [
      ...role('[role="application"]', '[role="dialog"]'),
      ...structure('form'),
      ...byClass('.tox-tinymce', '.mce-tinymce'),
    ],
  },
  message: [],
};
