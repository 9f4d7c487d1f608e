export const hash = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d';
export const uuid = '6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f';

/** Where each platform shows one badge of Haneul Kim, and what it is called there. */
export const platformBadges = {
  moodle: {
    link: `https://moodle.harbour.example.org/learn/badges/badge.php?hash=${hash}`,
    name: 'First Steps in Seamanship',
  },
  accredible: { link: 'https://www.credential.net/aaqjj8kx', name: 'Lakehouse Engineer Associate' },
  canvas: {
    link: 'https://badgr.com/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w',
    name: 'Coastal Data Analyst',
  },
  collection: { link: 'https://badgr.com/public/collections/9f1d2c3b4a5968778695a4b3c2d1e0f1' },
  factory: { link: `https://openbadgefactory.com/v1/assertion/${hash}.html`, name: 'Tide Table Reader' },
  certifier: {
    link: 'https://credsverse.com/credentials/8b379065-04ef-43b4-b9d5-3514c7c0f322',
    name: 'Harbour Pilot Assistant',
  },
  sertifier: {
    link: 'https://verified.sertifier.com/en/verify/95461386954312/',
    name: 'Advanced Knot Theory',
  },
  coursera: {
    link: 'https://www.coursera.org/account/accomplishments/verify/L1XXT33UY7SK',
    name: 'Sails and Statistics',
  },
  edx: {
    link: 'https://courses.edx.org/certificates/0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    name: 'Introduction to the Sea',
  },
  skilljar: { link: 'https://verify.skilljar.com/c/i6dit8ytcfc9', name: 'Deck Safety Foundations' },
  oracle: {
    link: `https://catalog-education.oracle.com/pls/certview/sharebadge?id=${'0A1B2C3D'.repeat(8)}`,
    name: 'Cloud Harbour 2026 Certified Associate',
  },
} as const;
