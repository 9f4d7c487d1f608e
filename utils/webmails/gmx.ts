import { byClass, role } from '../surface';
import type { Webmail } from './webmail';

/**
 * GMX, WEB.DE and mail.com, which are one program: the mail stands in a frame (`#thirdPartyFrame_mail`) of a host of the same
 * name, and CKEditor 4 in it in another one (facts on pages, 2.2: old scripts of others). CKEditor 4 itself is known: a frame in
 * an application. Where a message that is read stands is not known.
 */
export const gmx: Webmail = {
  id: 'gmx',
  name: 'GMX, WEB.DE, mail.com',
  evidence: 'reported',
  matches: ['https://*.gmx.net/*', 'https://*.gmx.com/*', 'https://*.web.de/*', 'https://*.mail.com/*'],
  signs: byClass('iframe.cke_wysiwyg_frame'),
  compose: {
    candidates: byClass('iframe.cke_wysiwyg_frame'),
    within: [...role('[role="application"]'), ...byClass('.cke')],
  },
  message: [],
};
