import { createPageSource } from './page-source';

/** Oracle's own certificates ("CertView"). `pls` is the older door of the same house, and still the more common one. */
export const oracle = createPageSource({
  id: 'oracle',
  name: 'Oracle',
  hosts: ['catalog-education.oracle.com'],
  linkExamples: [
    `https://catalog-education.oracle.com/pls/certview/sharebadge?id=${'0A1B2C3D'.repeat(8)}`,
    `https://catalog-education.oracle.com/ords/certview/sharebadge?id=${'0a1b2c3d'.repeat(8)}`,
  ],
  idIn({ pathname, searchParams }) {
    const [, door] = /^\/(pls|ords)\/certview\/sharebadge\/?$/.exec(pathname) ?? [];
    const id = searchParams.get('id') ?? '';
    return door && /^[0-9a-f]{64}$/i.test(id) ? `${door}/${id.toUpperCase()}` : null;
  },
  pageOf(id) {
    const [door = '', name = ''] = id.split('/');
    return `https://catalog-education.oracle.com/${door}/certview/sharebadge?id=${name}`;
  },
});
