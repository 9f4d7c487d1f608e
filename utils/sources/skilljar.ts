import { createPageSource } from './page-source';

export const skilljar = createPageSource({
  id: 'skilljar',
  name: 'Skilljar',
  hosts: ['verify.skilljar.com'],
  linkExamples: [
    'https://verify.skilljar.com/c/i6dit8ytcfc9',
    'http://verify.skilljar.com/c/i6dit8ytcfc9?trk=public_profile_see-credential',
  ],
  idIn: ({ pathname }) => /^\/c\/([a-z0-9]{6,32})\/?$/i.exec(pathname)?.[1]?.toLowerCase() ?? null,
  pageOf: (id) => `https://verify.skilljar.com/c/${id}`,
});
