import { describe, expect, it } from 'vitest';
import { safeUrl, type WebUrl } from '@/utils/html';
import { coursera } from '@/utils/sources/coursera';
import { linksAccount } from '@/utils/sources/link-pages';
import { readPage } from '@/utils/sources/page-badge';
import { fakeIo, type FakeAnswer } from '../fake-io';

const link = safeUrl('https://www.coursera.org/account/accomplishments/verify/L1XXT33UY7SK') as WebUrl;
const place = { id: 'verify/L1XXT33UY7SK', pageUrl: link, platform: 'Coursera' };
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const read = (head: string) => readPage(`<html><head>${head}</head></html>`, place);

describe('certificate page', () => {
  it('is what its structured data says, before what it shows to those who share it', () => {
    const credential = {
      '@type': ['EducationalOccupationalCredential'],
      name: 'Sails and Statistics',
      validFrom: '2026-04-09T10:00:00Z',
      recognizedBy: [{ '@type': 'Organization', name: 'Harbour University' }],
      image: { url: '/c.png' },
    };
    expect(
      read(
        meta('og:title', 'Something else') +
          ld({ '@graph': [credential, { '@type': 'Person', name: 'Haneul Kim' }] }),
      ),
    ).toMatchObject({
      name: 'Sails and Statistics',
      issuer: 'Harbour University',
      recipient: 'Haneul Kim',
      issuedOn: '2026-04-09',
      image: 'https://www.coursera.org/c.png',
    });
  });

  it.each([
    ['Sails and Statistics | Coursera', 'Sails and Statistics'],
    ['Sails – Statistics – coursera', 'Sails – Statistics'],
    ['Sails and Statistics', 'Sails and Statistics'],
    ['Learning on Coursera', 'Learning on Coursera'],
  ])('calls “%s” “%s”', (title, name) => {
    expect(read(meta('og:title', title))?.name).toBe(name);
  });

  it.each([
    [''],
    [meta('og:title', 'Coursera')],
    [meta('og:title', ' ')],
    ['<title>Sails and Statistics</title>'],
  ])('is none without a name of its own (%#)', (head) => expect(read(head)).toBeNull());

  it('states no day where it states none, and none that no calendar has', () => {
    expect(read(meta('og:title', 'Sails'))?.issuedOn).toBe('');
    expect(read(meta('og:title', 'Sails') + meta('article:published_time', '2026-02-30'))?.issuedOn).toBe('');
    expect(read(meta('og:title', 'Sails') + meta('date', 'May 2026'))?.issuedOn).toBe('');
    expect(read(meta('og:title', 'Sails') + meta('date', '2026-05-01'))?.issuedOn).toBe('2026-05-01');
  });

  it('names nobody by an address of mail', () => {
    expect(
      read(
        ld([
          { '@type': 'Course', name: 'Sails' },
          { '@type': 'Person', name: 'h@mail.example' },
        ]),
      )?.recipient,
    ).toBe(null);
  });
});

describe('certificate page › by its link', () => {
  const account = linksAccount(coursera.id, [link]);
  const page = `<head>${meta('og:title', 'Sails and Statistics')}</head>`;
  const ask = (answer: FakeAnswer) => coursera.fetchRecords(account, null, fakeIo({ [link]: answer }));

  it('is the same certificate where the site sends us on to another of its pages', async () => {
    const other = link.replace('verify/', 'certificate/');
    expect((await ask({ text: page, redirectedTo: [other] })).records).toHaveLength(1);
  });

  it.each([
    'https://www.coursera.org/',
    link.replace('L1XXT33UY7SK', 'ZZXXT33UY7SK'),
    'https://login.example/',
  ])('is gone where it leads to %s', async (other) => {
    const { records, problem } = await ask({ text: page, redirectedTo: [other] });
    expect(records).toEqual([]);
    expect(problem?.code).toBe('not-found');
  });

  it('is no badge where the page names none', async () => {
    expect((await ask({ text: '<title>Coursera</title>' })).problem?.code).toBe('unsupported-badge');
  });
});
