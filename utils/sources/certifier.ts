import { createPageSource } from './page-source';

/** Certifier shows what it issues at Credsverse. */
export const certifier = createPageSource({
  id: 'certifier',
  name: 'Certifier',
  hosts: ['credsverse.com', 'www.credsverse.com'],
  linkExamples: [
    'https://credsverse.com/credentials/8b379065-04ef-43b4-b9d5-3514c7c0f322',
    'https://www.credsverse.com/credentials/8B379065-04EF-43B4-B9D5-3514C7C0F322?preview=1',
  ],
  idIn: ({ pathname }) =>
    /^\/credentials\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(pathname)?.[1]?.toLowerCase() ??
    null,
  pageOf: (id) => `https://credsverse.com/credentials/${id}`,
});
