import type { MailClient } from './mail-client';

/**
 * Colours that a mail names stay (docs.bird.com: "no change"). Whether the ground behind them turns dark hangs on the mail,
 * so the preview shows the hard case. `data:` pictures: caniemail, image-base64, "y".
 */
export const appleMail: MailClient = {
  id: 'apple_mail',
  name: 'Apple Mail',
  rows: { family: 'apple-mail', desktop: 'macos', phone: 'ios' },
  showsOwnPictures: { desktop: true, phone: true },
  dark: { desktop: 'ground', phone: 'ground' },
};
