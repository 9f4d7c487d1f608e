import jsonResumeSchema from '@jsonresume/schema/schema.json';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { marked } from 'marked';
import { parse } from 'papaparse';
import { parse as parseVcard } from 'vcard4';
import { describe, expect, it } from 'vitest';
import { badgeId, type SourceId } from '@/utils/badge';
import { credlyEmbed } from '@/utils/exports/credly-embed';
import { csv } from '@/utils/exports/csv';
import { europassText } from '@/utils/exports/europass-text';
import { expiryCalendar } from '@/utils/exports/expiry-calendar';
import type { Export, ExportOptions } from '@/utils/exports/export';
import { htmlCard } from '@/utils/exports/html-card';
import { exports } from '@/utils/exports/index';
import { jsonLd } from '@/utils/exports/json-ld';
import { jsonResume } from '@/utils/exports/json-resume';
import { latex } from '@/utils/exports/latex';
import { readmeMarkdown } from '@/utils/exports/readme-markdown';
import { vcard } from '@/utils/exports/vcard';
import { word } from '@/utils/exports/word';
import { safeUrl } from '@/utils/html';
import { makeBadge } from '../make-badge';

const options: ExportOptions = { language: 'en', now: new Date('2026-06-01T09:30:15.250Z') };
const badge = makeBadge();
const bodyOf = (item: Export, badges = [badge]) => item.render(badges, options).body;
const readHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe.each(exports)('export $id', (item) => {
  it('has an id of its own and survives badges that cannot be shown', () => {
    expect(exports.filter(({ id }) => id === item.id)).toHaveLength(1);
    const bare = makeBadge({ pageUrl: null, imageUrl: null, expiresOn: null, issuedOn: '' });
    const file = item.render([bare], options);
    expect(file.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    expect(file.fileName).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
    expect(file.body.includes(bare.achievement.name)).toBe(item.accepts(bare));
    expect(item.render([], options).body).not.toContain(bare.achievement.name);
  });
});

describe('export readme-markdown', () => {
  const read = (markdown: string) => readHtml(marked.parse(markdown, { async: false }));

  it('is a picture that links to its proof', () => {
    const link = read(bodyOf(readmeMarkdown)).querySelector('a');
    expect(link?.getAttribute('href')).toBe(badge.pageUrl);
    expect(link?.querySelector('img')?.getAttribute('src')).toBe(badge.imageUrl);
    expect(link?.querySelector('img')?.getAttribute('alt')).toBe(badge.achievement.name);
  });

  it.each([
    '쿠버네티스 운영 전문가',
    'A ](https://evil.example) [',
    '<script>alert(1)</script>',
    '`code` *a* _b_ | c',
    'two\n\n# lines',
    '&lt;b&gt;',
  ])('keeps the name %j a name', (name) => {
    const document = read(bodyOf(readmeMarkdown, [makeBadge({ achievement: { name }, imageUrl: null })]));
    expect(document.querySelectorAll('a')).toHaveLength(1);
    expect(document.querySelector('a')?.textContent).toBe(name.replace(/\s+/g, ' '));
    expect(document.querySelector('script, h1, code, em, b')).toBeNull();
  });
});

describe('exports in HTML', () => {
  it('html-card links to the proof and shows name, issuer and day', () => {
    const link = readHtml(bodyOf(htmlCard)).querySelector('a');
    expect(link?.getAttribute('href')).toBe(badge.pageUrl);
    expect(link?.querySelector('img')?.getAttribute('src')).toBe(badge.imageUrl);
    expect(link?.querySelector('strong')?.textContent).toBe('Cloud Architect Associate');
    expect(link?.querySelector('span')?.textContent).toBe('Northwind Cloud Academy, 2026-05-14');
  });

  it('word is one paragraph a badge, with a plain twin', () => {
    const file = word.render([badge, badge], options);
    const paragraphs = readHtml(file.body).querySelectorAll('p');
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0]?.querySelector('a')?.getAttribute('href')).toBe(badge.pageUrl);
    const plain = `Cloud Architect Associate\nNorthwind Cloud Academy, 2026-05-14\n${badge.pageUrl}`;
    expect(file.plain).toBe(`${plain}\n\n${plain}`);
  });

  it('credly-embed names each badge of Credly and loads its script once', () => {
    const document = readHtml(bodyOf(credlyEmbed, [badge, badge]));
    const blocks = document.querySelectorAll('div[data-share-badge-id]');
    expect(blocks).toHaveLength(2);
    expect(blocks[0]?.getAttribute('data-share-badge-id')).toBe('3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b');
    expect(blocks[0]?.getAttribute('data-share-badge-host')).toBe('https://www.credly.com');
    expect(document.querySelectorAll('script')).toHaveLength(1);
  });

  it.each([
    'https://evil.example/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b',
    'https://www.credly.com.evil.example/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b',
    'https://www.credly.com/badges/none',
    'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b%22',
  ])('credly-embed leaves out %s', (address) => {
    const other = makeBadge({ pageUrl: safeUrl(address) });
    expect(credlyEmbed.accepts(other)).toBe(false);
    expect(bodyOf(credlyEmbed, [other])).toBe('');
  });
});

describe('exports in JSON', () => {
  it('json-resume is valid by the schema of JSON Resume, with or without a day', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const isValid = ajv.compile(jsonResumeSchema);
    const body: unknown = JSON.parse(bodyOf(jsonResume, [badge, makeBadge({ issuedOn: '14 May 2026' })]));
    expect(isValid(body), JSON.stringify(isValid.errors)).toBe(true);
    const first = {
      name: 'Cloud Architect Associate',
      date: '2026-05-14',
      issuer: 'Northwind Cloud Academy',
      url: badge.pageUrl,
    };
    const { date: _, ...second } = first;
    expect(body).toEqual({ certificates: [first, second] });
  });

  it('json-ld is linked data as a processor reads it, whatever the fields hold', async () => {
    const name = 'C# "advanced" </script> <!-- 배지';
    const script = readHtml(bodyOf(jsonLd, [makeBadge({ achievement: { name } })])).querySelector('script');
    // schema.org's own context maps every term into its vocabulary.
    const context = { '@context': { '@vocab': 'https://schema.org/' } };
    const [read] = await jsonld.expand(JSON.parse(script?.textContent ?? ''), {
      documentLoader: (documentUrl) => Promise.resolve({ documentUrl, document: context }),
    });
    expect(read?.['@type']).toEqual(['https://schema.org/EducationalOccupationalCredential']);
    expect(read?.['https://schema.org/name']).toEqual([{ '@value': name }]);
    expect(read?.['https://schema.org/recognizedBy']).toHaveLength(1);
  });

  it('json-ld says it in the words of schema.org', () => {
    const script = readHtml(bodyOf(jsonLd)).querySelector('script[type="application/ld+json"]');
    expect(JSON.parse(script?.textContent ?? '')).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'EducationalOccupationalCredential',
          name: 'Cloud Architect Associate',
          description: 'Designs services that keep working when one part of them fails.',
          credentialCategory: 'badge',
          url: badge.pageUrl,
          image: badge.imageUrl,
          dateCreated: '2026-05-14',
          expires: '2028-05-14',
          competencyRequired: ['Networking', 'Resilience'],
          recognizedBy: { '@type': 'Organization', name: 'Northwind Cloud Academy' },
        },
      ],
    });
  });
});

describe('exports in text', () => {
  it('europass-text names the fields in the language of the user', () => {
    const lines = europassText.render([badge], { ...options, language: 'ko' }).body.split('\n');
    expect(lines).toEqual([
      'Cloud Architect Associate',
      '발급 기관: Northwind Cloud Academy',
      '취득일: 2026-05-14',
      '만료일: 2028-05-14',
      '기술: Networking, Resilience',
      `링크: ${badge.pageUrl}`,
    ]);
  });

  it('latex links names and escapes what LaTeX would read', () => {
    const pageUrl = safeUrl('https://badges.example/a_b?c=1&d=%7e#{e}');
    const body = bodyOf(latex, [
      makeBadge({ achievement: { name: 'C# & 100% $x_1^2$ \\input{a}~' }, pageUrl }),
    ]);
    expect(body.split('\n')).toEqual([
      '\\begin{itemize}',
      '  \\item {}\\href{https://badges.example/a\\%5Fb?c=1\\&d=\\%7e\\#\\%7Be\\%7D}{\\textbf{C\\# \\& 100\\% \\$x\\_1\\textasciicircum{}2\\$ \\textbackslash{}input\\{a\\}\\textasciitilde{}}}\\\\{} Northwind Cloud Academy, 2026-05-14',
      '\\end{itemize}',
    ]);
  });

  it('csv has a row a badge under a head, behind a byte order mark', () => {
    const body = bodyOf(csv, [makeBadge({ achievement: { name: 'A, "B"\nC', description: '=1+1\n2' } })]);
    expect(body.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = parse<Record<string, string>>(body.slice(1), { header: true });
    expect(errors).toEqual([]);
    expect(data).toEqual([
      {
        name: 'A, "B"\nC',
        issuer: 'Northwind Cloud Academy',
        earned: '2026-05-14',
        expires: '2028-05-14',
        state: 'public',
        skills: 'Networking; Resilience',
        credential_id: badge.credentialId,
        url: badge.pageUrl,
        image: badge.imageUrl,
        description: "'=1+1\n2",
      },
    ]);
  });
});

describe('export vcard', () => {
  it('is a contact with pages, a note and skills', () => {
    const card = parseVcard(bodyOf(vcard, [badge, makeBadge({ achievement: { name: 'Züge; ein, zwei' } })]));
    const one = Array.isArray(card) ? card[0] : card;
    const text = JSON.stringify(one);
    expect(text).toContain('Haneul Kim');
    const contents = ICAL.Component.fromString(bodyOf(vcard));
    expect(contents.getFirstPropertyValue('version')).toBe('4.0');
    expect(contents.getFirstPropertyValue('fn')).toBe('Haneul Kim');
    expect(contents.getFirstProperty('url')?.getParameter('type')).toBe('badge');
    expect(contents.getFirstPropertyValue('url')).toBe(badge.pageUrl);
    expect(contents.getAllProperties('expertise').map((one) => one.getFirstValue())).toEqual([
      'Networking',
      'Resilience',
    ]);
  });
});

describe('export expiry-calendar', () => {
  it('has an all-day event on each last day, with a reminder', () => {
    const calendar = ICAL.Component.fromString(
      bodyOf(expiryCalendar, [badge, makeBadge({ expiresOn: null })]),
    );
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0]);
    expect(event.summary).toBe('Badge expires: Cloud Architect Associate');
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2028-05-14');
    expect(events[0]?.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-06-01T09:30:15Z');
    expect(events[0]?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe(
      '-P30D',
    );
  });

  it('names an event the same whenever it is made, and another badge otherwise', () => {
    const uidOf = (one: typeof badge, now: Date) =>
      ICAL.Component.fromString(expiryCalendar.render([one], { language: 'ko', now }).body)
        .getFirstSubcomponent('vevent')
        ?.getFirstPropertyValue('uid');
    const other = makeBadge({ id: badgeId('file' as SourceId, 'a,b;c\n') });
    expect(uidOf(badge, new Date(0))).toBe(uidOf(badge, options.now));
    expect(uidOf(other, options.now)).not.toBe(uidOf(badge, options.now));
  });

  it.each(['2028-02-30', 'soon', '', '2028-05-14T00:00:00Z'])('leaves out a day like %j', (expiresOn) => {
    expect(bodyOf(expiryCalendar, [makeBadge({ expiresOn })])).toBe('');
  });
});
