import { byClass, hook, role, structure } from '../surface';
import type { Webmail } from './webmail';

/**
 * Gmail. Classes are Google's own and have been the same since at least 2020; roles come first because labels are
 * translated (facts on pages, section 1). Recorded, never seen live.
 */
export const gmail: Webmail = {
  id: 'gmail',
  name: 'Gmail',
  evidence: 'recorded',
  matches: ['https://mail.google.com/*'],
  signs: [...hook('input[name="subjectbox"]', '[gh="cm"]'), ...byClass('.aeJ', '.nH')],
  compose: {
    candidates: [
      ...role('div[role="textbox"][contenteditable="true"][aria-multiline="true"]'),
      // Plain-text mode. The hidden field `ishtml` says 0 in both modes, so what is shown decides.
      ...hook('[g_editable="true"]', 'textarea[form="nosend"]'),
      ...byClass('.Ap .Am.editable', 'textarea.Ak'),
    ],
    within: [
      // A window at the lower edge, or full screen.
      ...role('div[role="dialog"]:has(input[name="subjectbox"])'),
      // The reply below a mail and the pop-out window have no dialog, but the fields of a draft beside the field.
      ...structure('td:has(input[name="composeid"])', '[role="region"]:has(input[name="composeid"])'),
      // Every kind of compose has it.
      ...byClass('div.M9', '.aoI', 'div.AD'),
    ],
  },
  // Read in scripts of others, never recorded. The vacation answer has the same shape: the user picks by where they press.
  signature: {
    candidates: role('div[role="textbox"][contenteditable="true"]'),
    within: [],
    at: /#settings\b/,
  },
  message: byClass('.adn.ads .a3s', '.ii.gt .a3s', '.a3s'),
  // The recipients have the attribute, too, but not this class.
  sender: [{ selector: 'span.gD[email]', holds: 'email' }],
};
