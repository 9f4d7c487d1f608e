import { createPageSource } from './page-source';

export const edx = createPageSource({
  id: 'edx',
  name: 'edX',
  hosts: ['courses.edx.org'],
  linkExamples: [
    'https://courses.edx.org/certificates/0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    'https://courses.edx.org/certificates/0A1B2C3D4E5F60718293A4B5C6D7E8F9/?lang=en',
  ],
  idIn: ({ pathname }) => /^\/certificates\/([0-9a-f]{32})\/?$/i.exec(pathname)?.[1]?.toLowerCase() ?? null,
  pageOf: (id) => `https://courses.edx.org/certificates/${id}`,
});
