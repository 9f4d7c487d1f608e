import { byClass, hook, structure } from '../surface';
import type { Webmail } from './webmail';

/**
 * SnappyMail 2.38, on any host: the user names the address. Its editor is Squire; both fields are in the page from the
 * beginning, and what is not shown gets no pin (facts on pages, 2.2: recorded, and measured in the real program).
 */
export const snappymail: Webmail = {
  id: 'snappymail',
  name: 'SnappyMail',
  evidence: 'recorded',
  matches: [],
  signs: [...hook('#V-PopupsCompose', '#rl-app'), ...byClass('.b-text-part')],
  compose: {
    candidates: [
      ...structure('#V-PopupsCompose [contenteditable="true"]'),
      ...byClass('.squire-wysiwyg[contenteditable="true"]', 'textarea.squire-plain'),
    ],
    within: hook('#V-PopupsCompose'),
  },
  signature: {
    candidates: [
      ...structure('#V-PopupsIdentity [contenteditable="true"]'),
      ...byClass('.squire-wysiwyg[contenteditable="true"]', 'textarea.squire-plain'),
    ],
    within: hook('#V-PopupsIdentity'),
  },
  message: byClass('.bodyText .b-text-part', '.b-text-part'),
};
