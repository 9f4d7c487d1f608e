import type { MailClient } from './mail-client';

/**
 * Outlook for Windows draws with Word, and turns colours over in the dark; its apps do so as well (notes of mail designers).
 * `data:` pictures: caniemail, image-base64, Windows "a" (not in every version), so they count as not shown.
 */
export const outlook: MailClient = {
  id: 'outlook',
  name: 'Outlook (Windows)',
  rows: { family: 'outlook', desktop: 'windows', phone: 'android' },
  showsOwnPictures: { desktop: false, phone: true },
  dark: { desktop: 'inverted', phone: 'inverted' },
};
