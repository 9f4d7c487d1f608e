import { createPageSource } from './page-source';

/** Each kind of certificate has a path of its own; `verify` knows them all by their code, which is not relied upon. */
const path =
  /^\/(?:account\/accomplishments|verify)\/(?:((?:verify|certificate|specialization(?:\/certificate)?|professional-cert(?:\/certificate)?|records(?:\/(?:verify|certificate))?)\/))?([A-Z0-9]{8,16})\/?$/i;

export const coursera = createPageSource({
  id: 'coursera',
  name: 'Coursera',
  hosts: ['www.coursera.org', 'coursera.org'],
  linkExamples: [
    'https://www.coursera.org/account/accomplishments/verify/L1XXT33UY7SK?utm_source=android',
    'https://coursera.org/account/accomplishments/specialization/certificate/LG34VEWDKJKZ',
    'https://www.coursera.org/account/accomplishments/certificate/L1XXT33UY7SK',
    'https://www.coursera.org/account/accomplishments/professional-cert/5TTMZHDGUV8E',
    'https://www.coursera.org/account/accomplishments/records/L1XXT33UY7SK',
    'https://coursera.org/verify/L1XXT33UY7SK',
  ],
  idIn({ pathname }) {
    const [, kind = 'verify/', code] = path.exec(pathname) ?? [];
    return code ? `${kind.toLowerCase()}${code.toUpperCase()}` : null;
  },
  pageOf: (id) => `https://www.coursera.org/account/accomplishments/${id}`,
});
