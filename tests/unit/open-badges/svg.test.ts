import { describe, expect, it } from 'vitest';
import { readBakedImage } from '@/utils/open-badges/baked-image';
import { findSvgBadge } from '@/utils/open-badges/svg';

const json = '{"id":"https://lumen.example/a/1","name":"Lumen & Co"}';
const old = 'xmlns:openbadges="http://openbadges.org"';
const new3 = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
const svg = (attributes: string, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 9 9">${body}<circle r="4"/></svg>`;
const assertion = `<openbadges:assertion verify="https://lumen.example/a/1"><![CDATA[${json}]]></openbadges:assertion>`;

describe('SVG', () => {
  it.each([
    [
      'an assertion with address and JSON',
      svg(old, assertion),
      'assertion',
      'https://lumen.example/a/1',
      json,
    ],
    [
      'an address alone',
      svg(old, '<openbadges:assertion verify=" https://lumen.example/a/1 "/>'),
      'assertion',
      'https://lumen.example/a/1',
      null,
    ],
    [
      'a JWS',
      svg(old, '<openbadges:assertion verify="eyJ.a.b"></openbadges:assertion>'),
      'assertion',
      'eyJ.a.b',
      null,
    ],
    [
      'JSON as escaped text',
      svg(old, `<openbadges:assertion>${json.replace('&', '&amp;')}</openbadges:assertion>`),
      'assertion',
      null,
      json,
    ],
    [
      'a credential as JSON',
      svg(new3, `<openbadges:credential>\n<![CDATA[${json}]]>\n</openbadges:credential>`),
      'credential',
      null,
      json,
    ],
    [
      'a credential as JWT',
      svg(new3, "<openbadges:credential verify='eyJ.a.b'/>"),
      'credential',
      'eyJ.a.b',
      null,
    ],
    [
      'another prefix',
      svg('xmlns:b="http://openbadges.org/"', '<b:assertion verify="eyJ.a.b"/>'),
      'assertion',
      'eyJ.a.b',
      null,
    ],
    [
      'the namespace at the element itself',
      svg('', `<assertion xmlns="http://openbadges.org" verify="eyJ.a.b"/>`),
      'assertion',
      'eyJ.a.b',
      null,
    ],
    [
      'an undeclared prefix',
      svg('', '<openbadges:assertion verify="eyJ.a.b"/>'),
      'assertion',
      'eyJ.a.b',
      null,
    ],
    [
      'a comment and markup between',
      svg(old, `<g><!-- ${old} --><g>${assertion}</g></g>`),
      'assertion',
      'https://lumen.example/a/1',
      json,
    ],
  ])('reads %s', (_, text, element, verify, body) => {
    expect(findSvgBadge(text)).toEqual({ element, verify, body });
  });

  it('takes the credential where an assertion stands beside it', () => {
    const both = `${old} xmlns:v3="https://purl.imsglobal.org/ob/v3p0"`;
    const text = svg(both, `${assertion}<v3:credential verify="eyJ.a.b"/>`);
    expect(findSvgBadge(text)).toMatchObject({ element: 'credential', verify: 'eyJ.a.b' });
  });

  it.each([
    ['a drawing', svg('', '')],
    [
      'elements of another namespace',
      svg('xmlns:o="https://o.example/"', '<o:assertion verify="eyJ.a.b"/><text>openbadges</text>'),
    ],
    ['the words in a comment', svg(old, `<!-- ${assertion} -->`)],
    ['the words in CDATA', svg(old, `<text><![CDATA[<openbadges:assertion verify="x"/>]]></text>`)],
  ])('finds nothing in %s', (_, text) => {
    expect(findSvgBadge(text)).toBeNull();
  });

  it('expands no entity, of a bomb or of a file', () => {
    const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const doctype = `<!DOCTYPE svg [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${laughs}]>`;
    const text = `${doctype}${svg(old, '<openbadges:assertion>&l30;&f;&amp;</openbadges:assertion>')}`;
    expect(findSvgBadge(text)).toMatchObject({ body: '&l30;&f;&' });
  });

  it.each([
    ['a million open elements', '<g>'.repeat(1_000_000)],
    ['a million ends', '</g>'.repeat(1_000_000)],
    ['a million unknown entities', '&a;'.repeat(1_000_000)],
    ['nothing but beginnings', '<'.repeat(2_000_000)],
    ['a comment of dashes', `<!--${'-'.repeat(2_000_000)}`],
    ['a hundred thousand attributes', `<g ${'a="1" '.repeat(100_000)}/>`],
    ['an assertion of five million brackets', `<openbadges:assertion><![CDATA[${']'.repeat(4_500_000)}`],
  ])('comes to an end with %s', (_, body) => {
    expect(findSvgBadge(`<svg ${old}>${body}`)?.body ?? null).toBeNull();
  });
});

describe('baked image', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const texts = (text: string) =>
    readBakedImage(encode(text))?.texts.map(({ text: found, place }) => [place, found]);

  it('knows an SVG behind declaration, comment and document type', () => {
    const start =
      '\ufeff<?xml version="1.0"?>\n<!-- drawn by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "">\n';
    expect(texts(start + svg(old, assertion))).toEqual([
      ['assertion body', json],
      ['assertion verify', 'https://lumen.example/a/1'],
    ]);
  });

  it('has what is signed before what is only said', () => {
    const both = `<openbadges:assertion verify="eyJ.a.b">{"a":1}</openbadges:assertion>`;
    expect(texts(svg(old, both))?.[0]).toEqual(['assertion verify', 'eyJ.a.b']);
  });

  it('reads the encoding that the SVG declares', () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>${svg(old, '<openbadges:assertion>{"name":"Lumière"}</openbadges:assertion>')}`;
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(readBakedImage(bytes)?.texts[0]?.text).toBe('{"name":"Lumière"}');
  });

  it.each([
    '<!doctype html><html><svg/></html>',
    '<html><body><svg></svg>',
    'svg',
    '{"a":"<svg"}',
    '<note>hi</note>',
  ])('is not %s', (text) => {
    expect(readBakedImage(encode(text))).toBeNull();
  });
});
