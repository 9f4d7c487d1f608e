import { createPageSource } from './page-source';

export const sertifier = createPageSource({
  id: 'sertifier',
  name: 'Sertifier',
  hosts: ['verified.sertifier.com'],
  linkExamples: [
    'https://verified.sertifier.com/en/verify/95461386954312/',
    'https://verified.sertifier.com/tr/verify/95461386954312?ref=email',
  ],
  // The page is the same in every language.
  idIn: ({ pathname }) => /^\/[a-z]{2}(?:-[a-z]{2})?\/verify\/(\d{14})\/?$/i.exec(pathname)?.[1] ?? null,
  pageOf: (id) => `https://verified.sertifier.com/en/verify/${id}/`,
});
