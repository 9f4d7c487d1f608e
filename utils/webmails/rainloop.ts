import { byClass, role } from '../surface';
import type { Webmail } from './webmail';

/** RainLoop, on any host: CKEditor 4 in a frame, in compose and in the settings alike (facts on pages, 2.2); never recorded. */
export const rainloop: Webmail = {
  id: 'rainloop',
  name: 'RainLoop',
  evidence: 'reported',
  matches: [],
  signs: byClass('#rl-app iframe.cke_wysiwyg_frame'),
  compose: {
    candidates: byClass('iframe.cke_wysiwyg_frame'),
    within: [...role('[role="application"]'), ...byClass('.cke')],
  },
  message: [],
};
