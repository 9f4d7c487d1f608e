import type { MailClient } from './mail-client';

/**
 * On the web a mail stays light in the dark theme; the apps turn light grounds and dark text over (both by notes of mail
 * designers: mailpeek.pages.dev, docs.bird.com). `data:` pictures: caniemail, image-base64, "n" on all platforms.
 */
export const gmail: MailClient = {
  id: 'gmail',
  name: 'Gmail',
  rows: { family: 'gmail', desktop: 'desktop-webmail', phone: 'android' },
  showsOwnPictures: { desktop: false, phone: false },
  dark: { desktop: 'kept', phone: 'inverted' },
};
