import { check, property, string, type Parameters } from 'fast-check';
import ICAL from 'ical.js';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { marked } from 'marked';
import { parse } from 'papaparse';
import { parse as parseHtml, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/badge';
import { csv, formula } from '@/utils/exports/csv';
import { expiryCalendar } from '@/utils/exports/expiry-calendar';
import type { ExportOptions } from '@/utils/exports/export';
import { htmlCard } from '@/utils/exports/html-card';
import { jsonLd } from '@/utils/exports/json-ld';
import { jsonResume } from '@/utils/exports/json-resume';
import { escapeLatex } from '@/utils/exports/latex';
import { readmeMarkdown } from '@/utils/exports/readme-markdown';
import { toLine, toText } from '@/utils/exports/text';
import { toNote, vcard } from '@/utils/exports/vcard';
import { word } from '@/utils/exports/word';
import { hostileNames, makeBadge } from '../make-badge';

const folder = '../shared/corpora';
const isThere = existsSync(`${folder}/INDEX.json`);
if (!isThere) console.info(`${folder} is not here: the hostile texts are those of this project alone`);

const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const texts: readonly string[] = [
  ...hostileNames,
  '</script><script>alert(1)</script><!--<script>',
  '=HYPERLINK("https://evil.example")\nsecond',
  '\r\nEND:VCARD\r\nBEGIN:VEVENT\\;,\\n:',
  '\\end{itemize}\\input{/etc/passwd}%',
  ...(isThere
    ? [
        ...(JSON.parse(read('strings/blns.json')) as string[]),
        ...(JSON.parse(read('html/dompurify-expect.json')) as { payload: string }[]).map(
          (one) => one.payload,
        ),
        read('html/httpleaks-leak.html'),
        ...globSync(`${folder}/html/gofuzz-htmltemplate/*`).map((file) => readFileSync(file, 'utf8')),
        ...globSync(`${folder}/markdown/*`).flatMap((file) => readFileSync(file, 'utf8').split('\n\n')),
      ]
    : []),
];

const options: ExportOptions = { language: 'en', now: new Date('2026-06-01T09:30:00Z') };

/** The text in every field that an issuer writes. */
function badgeOf(text: string): Badge {
  return makeBadge({
    achievement: { name: text, description: text, skills: [text], type: text, level: text },
    issuer: { id: text, name: text, url: null },
    recipientName: text,
    credentialId: text,
    issuedOn: text,
  });
}

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a document, as a browser's parser makes it. */
function elementsOf(html: string): Element[] {
  const walk = (node: DefaultTreeAdapterTypes.Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parseHtml(html)).filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName));
}

/** `tag attribute attribute`, and every address: what a text must not be able to change. */
function skeletonOf(html: string): string[] {
  return elementsOf(html).map(({ tagName, attrs }) =>
    [
      tagName,
      ...attrs.map(({ name, value }) =>
        ['href', 'src', 'style'].includes(name) ? `${name}=${value}` : name,
      ),
    ].join(' '),
  );
}

const textOf = (element: Element | undefined): string =>
  (element?.childNodes ?? [])
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? textOf(node) : ''))
    .join('');

/** Runs a property with a fixed seed, so that a failure is one for everybody. */
const holds = (of: (text: string) => boolean | void, settings: Parameters<[string]> = {}) =>
  expect(
    check(property(string({ unit: 'binary', maxLength: 200 }), of), {
      seed: 20260601,
      numRuns: 300,
      ...settings,
    }),
  ).toMatchObject({ failed: false });

/** What comes back from each format, and what has to. */
function expectVcard(text: string): void {
  const badge = badgeOf(text);
  const { body } = vcard.render([badge], options);
  expectLines(body);
  const card = ICAL.Component.fromString(body);
  expect(card.getFirstPropertyValue('fn')).toBe(toLine(text) || 'Badges');
  expect(card.getFirstPropertyValue('note')).toBe(toNote(badge));
  // The library knows no EXPERTISE, and leaves its escapes as they are.
  const skill = card.getFirstPropertyValue('expertise')?.toString() ?? '';
  expect(skill.replace(/\\([\\,])/g, '$1')).toBe(toLine(text));
  expect(card.getAllProperties()).toHaveLength(toLine(text) ? 5 : 4);
}

function expectCalendar(text: string): void {
  const { body } = expiryCalendar.render([badgeOf(text)], options);
  expectLines(body);
  const calendar = ICAL.Component.fromString(body);
  const events = calendar.getAllSubcomponents();
  expect(events.map(({ name }) => name)).toEqual(['vevent']);
  expect(events[0]?.getFirstPropertyValue('summary')).toBe(`Badge expires: ${toLine(text)}`);
  expect(events[0]?.getFirstPropertyValue('description')).toBe(toLine(text));
}

function expectLines(body: string): void {
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of body.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
}

function expectCsv(text: string): void {
  const { data } = parse<Record<string, string>>(csv.render([badgeOf(text)], options).body.slice(1), {
    header: true,
    newline: '\r\n',
  });
  const expected = formula.test(toText(text)) ? `'${toText(text)}` : toText(text);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    name: expected,
    issuer: expected,
    description: expected,
    skills: expected,
  });
}

/** Takes away what `escapeLatex` may write; nothing that LaTeX reads may be left. */
function expectLatex(text: string): void {
  const rest = escapeLatex(text).replace(
    /\\text(?:backslash|asciitilde|asciicircum|less|greater|bar)\{\}|\\[{}$&#_%]/g,
    '',
  );
  expect(rest).not.toMatch(/[\\{}$&#_%~^]/);
}

describe(`hostile texts (${texts.length}) in exports`, () => {
  it('change nothing in HTML but text', () => {
    const card = skeletonOf(htmlCard.render([badgeOf('a')], options).body);
    const paragraph = skeletonOf(word.render([badgeOf('a')], options).body);
    expect(card.join()).toContain('img src=https://images.credly.com/');
    for (const text of texts) {
      const html = htmlCard.render([badgeOf(text)], options).body;
      expect(skeletonOf(html), text.slice(0, 200)).toEqual(card);
      expect(textOf(elementsOf(html).find(({ tagName }) => tagName === 'strong'))).toBe(toLine(text));
      expect(skeletonOf(word.render([badgeOf(text)], options).body), text.slice(0, 200)).toEqual(paragraph);
    }
  });

  it('stay a picture’s name in Markdown', () => {
    for (const text of texts) {
      const body = readmeMarkdown.render([badgeOf(text)], options).body;
      const elements = elementsOf(marked.parse(body, { async: false }));
      expect(
        elements.map(({ tagName }) => tagName),
        text.slice(0, 200),
      ).toEqual(['p', 'a', 'img']);
      expect(elements[2]?.attrs.map(({ name }) => name).toSorted()).toEqual(['alt', 'src']);
      expect(elements[2]?.attrs.find(({ name }) => name === 'alt')?.value).toBe(toLine(text));
    }
  });

  it('stay within their string in JSON, and within the script element', () => {
    for (const text of texts) {
      const { body } = jsonLd.render([badgeOf(text)], options);
      const elements = elementsOf(body);
      expect(elements.map(({ tagName }) => tagName)).toEqual(['script']);
      expect(JSON.parse(textOf(elements[0]))).toMatchObject({
        '@graph': [{ name: toText(text), recognizedBy: { name: toText(text) } }],
      });
      expect(JSON.parse(jsonResume.render([badgeOf(text)], options).body)).toMatchObject({
        certificates: [{ name: toText(text), issuer: toText(text) }],
      });
    }
  });

  it('come back as they are from a vCard, a calendar and a table, and mean nothing to LaTeX', () => {
    for (const text of texts) {
      expectVcard(text);
      expectCalendar(text);
      expectCsv(text);
      expectLatex(text);
    }
  });
});

describe('any text in exports', () => {
  it('comes back from a vCard', () => holds(expectVcard));
  it('comes back from a calendar', () => holds(expectCalendar));
  it('comes back from a table', () => holds(expectCsv));
  it('means nothing to LaTeX', () => holds(expectLatex));
});
