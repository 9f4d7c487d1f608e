import type { Webmail } from './webmail';

/** Roundcube 1.5 to 1.7, on any host: the user names the address. Ids are the software's own (facts on pages, 2.2). */
export const roundcube: Webmail = {
  id: 'roundcube',
  name: 'Roundcube',
  evidence: 'tested',
  matches: [],
  isDocument: (document) =>
    document.querySelector(
      'form[action*="_task="], #taskmenu, #messagebody, textarea#composebody, textarea#rcmfd_signature',
    ) !== null,
  compose: ['#composebodycontainer', '#compose-content', 'form[name="form"]'],
  // TinyMCE writes in a frame; in plain-text mode the frame is gone and the text area is shown.
  composeEditor: ['iframe#composebody_ifr', 'textarea#composebody'],
  // An identity of the settings, in a frame of its own; the same two kinds of field as in compose.
  signatureEditor: ['iframe#rcmfd_signature_ifr', 'textarea#rcmfd_signature'],
  message: ['#messagebody .rcmBody', '#messagebody'],
  // The row "from" of the table of headers. The address is in the link also where only the name is shown.
  sender: [
    { selector: '#message-header .header.from a.rcmContactAddress[href^="mailto:"]', holds: 'mailto' },
    { selector: '#message-header .header.from span.rcmContactAddress[title]', holds: 'title' },
  ],
};
