import type { MailClient } from './mail-client';

/** Nothing is on record: caniemail has no row for it. The preview assumes the worst: no `data:` pictures, a dark ground with colours kept. */
export const naver: MailClient = {
  id: 'naver',
  name: 'Naver',
  rows: null,
  showsOwnPictures: { desktop: false, phone: false },
  dark: { desktop: 'ground', phone: 'ground' },
};
