import { byClass, hook, structure } from '../surface';
import type { Webmail } from './webmail';

/** Roundcube 1.5 to 1.7, on any host: the user names the address. Ids are the software's own (facts on pages, 2.2). */
export const roundcube: Webmail = {
  id: 'roundcube',
  name: 'Roundcube',
  evidence: 'tested',
  matches: [],
  signs: hook(
    '#rcmbtn_taskmenu',
    '#taskmenu',
    'form[action*="_task="]',
    '#messagebody',
    'textarea#composebody',
  ),
  compose: {
    // TinyMCE writes in a frame; in plain-text mode the frame is gone and the text area is shown.
    candidates: hook('iframe#composebody_ifr', 'textarea#composebody'),
    within: [...hook('#composebodycontainer', '#compose-content'), ...structure('form[name="form"]')],
  },
  // An identity of the settings, in a frame of its own; the same two kinds of field as in compose.
  signature: {
    candidates: hook('iframe#rcmfd_signature_ifr', 'textarea#rcmfd_signature'),
    within: [...hook('form:has([name="_signature"])'), ...structure('fieldset', 'form')],
  },
  message: [...byClass('#messagebody .rcmBody'), ...hook('#messagebody')],
  // The row "from" of the table of headers. The address is in the link also where only the name is shown.
  sender: [
    { selector: '#message-header .header.from a.rcmContactAddress[href^="mailto:"]', holds: 'mailto' },
    { selector: '#message-header .header.from span.rcmContactAddress[title]', holds: 'title' },
  ],
};
