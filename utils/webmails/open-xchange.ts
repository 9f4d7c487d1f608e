import { byClass } from '../surface';
import type { Webmail } from './webmail';

/** OX App Suite, on any host (many providers have it): classes of its public program (facts on pages, 2.2); never recorded. */
export const openXchange: Webmail = {
  id: 'open-xchange',
  name: 'OX App Suite',
  evidence: 'reported',
  matches: [],
  signs: byClass('.io-ox-mail-compose-window', '.io-ox-mail-window'),
  compose: {
    candidates: byClass('.editor .editable', '.editor iframe'),
    within: byClass('.io-ox-mail-compose-window'),
  },
  message: [],
};
