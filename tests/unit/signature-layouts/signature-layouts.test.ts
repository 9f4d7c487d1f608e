import { describe, expect, it } from 'vitest';
import en from '@/public/_locales/en/messages.json';
import { safeUrl } from '@/utils/html';
import { makeCodePicture } from '@/utils/signature-layouts/code-picture';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import { palettes } from '@/utils/signature-layouts/parts';
import { hostileNames, makeBadge } from '../make-badge';
import { attributeOf, elementsOf, findClientFaults, findFaults } from './mail-rules';
import { allOptions, makeMany, makeOptions } from './make-options';

const layouts = signatureLayouts.map((layout) => [layout.id, layout] as const);
const counts = [1, 3, 8, 12];

describe.each(layouts)('signature layout %s', (id, layout) => {
  it('has its words', () => {
    const key = (start: string) => `${start}_${id.replaceAll('-', '_')}`;
    expect(Object.keys(en)).toEqual(expect.arrayContaining([key('layout'), key('layoutHint')]));
  });

  it.each(counts)('passes for %i badges in every mail reader that is known', (count) => {
    // Sizes, sides and languages change values alone, so a fifth of all combinations meets each kind of markup.
    const options = allOptions.filter((_, index) => index % 5 === 0);
    const faults = options.flatMap((one) => findClientFaults(layout.render(makeMany(count), one).html));
    expect([...new Set(faults)]).toEqual([]);
  });

  it.each(counts)('keeps our own rules for %i badges, whatever is chosen', (count) => {
    const faults = allOptions.flatMap((one) => findFaults(layout.render(makeMany(count), one).html));
    // Twelve cards with every word are longer than Gmail takes; the studio says so.
    const isLong = (fault: string) => count === 12 && /^1\d{4} characters$/.test(fault);
    expect([...new Set(faults)].filter((fault) => !isLong(fault))).toEqual([]);
  });

  it.each(hostileNames)('keeps the name %j as text', (name) => {
    const shape = (html: string) =>
      elementsOf(html).map(({ tagName, attrs }) => [tagName, attrs.map((one) => one.name)]);
    const options = makeOptions({ labels: 'full' });
    const badge = makeBadge({ achievement: { name }, issuer: { id: null, name, url: null } });
    const rendered = layout.render([badge], options);
    expect(shape(rendered.html)).toEqual(shape(layout.render([makeBadge()], options).html));
    expect(rendered.html).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(rendered.html.length).toBeLessThan(3000);
  });

  it('names every link of a badge that it shows, in order, in the plain twin too', () => {
    const badges = makeMany(3);
    const { html, links, text } = layout.render(badges, makeOptions());
    const shown = elementsOf(html).flatMap((element) => attributeOf(element, 'href') ?? []);
    expect([...new Set(shown)].filter((link) => link.includes('credly'))).toEqual(links);
    expect(links).toEqual(badges.map((badge) => badge.pageUrl));
    for (const link of links) expect(text).toContain(link);
  });

  it('names a badge whose picture mail does not show', () => {
    const svg = safeUrl('https://learn.microsoft.com/badges/cloud.svg');
    const unknown = makeOptions({ labels: 'none' });
    const known = makeOptions({ labels: 'none', mediaTypeOf: () => 'image/svg+xml' });
    for (const { html } of [
      layout.render([makeBadge({ imageUrl: svg })], unknown),
      layout.render([makeBadge()], known),
    ]) {
      expect(elementsOf(html).filter(({ tagName }) => tagName === 'img')).toEqual([]);
      expect(html).toContain('Cloud Architect Associate');
    }
  });

  it('writes the month in the language of the mail', () => {
    const ko = layout.render([makeBadge()], makeOptions({ labels: 'full', language: 'ko' }));
    expect(ko.text).toContain('2026년 5월');
    const inEnglish = layout.render([makeBadge()], makeOptions({ labels: 'full' }));
    expect(inEnglish.text).toContain('May 2026');
  });

  it('shows no badges for no badges', () => {
    expect(layout.render([], makeOptions()).links).toEqual([]);
    expect(
      elementsOf(layout.render([], makeOptions()).html).filter(({ tagName }) => tagName === 'img'),
    ).toEqual([]);
  });
});

describe('the rules of mail', () => {
  it('would find markup that mail readers drop', () => {
    const html =
      '<div style="display:flex"><svg></svg><a href="https://example.org" target="_blank">x</a></div>';
    expect(findClientFaults(html)).not.toEqual([]);
    expect(findFaults(html)).toEqual(
      expect.arrayContaining(['<div>', 'style display', '<svg>', 'attribute target']),
    );
  });

  it.each([
    '<img src="data:image/png;base64,AA==" width="64" height="64" alt="x">',
    '<img src="cid:badge" width="64" height="64" alt="x">',
    '<img src="http://example.org/a.png" width="64" height="64" alt="x">',
    '<img src="https://example.org/a.webp" width="64" height="64" alt="x">',
    '<img src="https://example.org/a.png" height="64" alt="x">',
    '<img src="https://example.org/a.png" width="64" alt="x">',
    '<img src="https://example.org/a.png" width="64" height="64">',
    '<img src="https://example.org/a.png" width="48" height="48" alt="x">',
    '<a href="javascript:x()">x</a>',
    'x'.repeat(10_001),
  ])('would find %s', (html) => {
    expect(findFaults(html)).toHaveLength(1);
  });
});

describe('the QR code', () => {
  const [layout] = signatureLayouts.filter(({ needsFile }) => needsFile);
  if (!layout) throw new Error('no layout with a code');

  it('stands in the file alone', () => {
    const file = layout.render(makeMany(2), makeOptions({ makeCode: makeCodePicture }));
    expect(findFaults(file.html, { isFile: true })).toEqual([]);
    const codes = elementsOf(file.html).filter((one) =>
      attributeOf(one, 'src')?.startsWith('data:image/png'),
    );
    expect(codes.map((one) => attributeOf(one, 'alt'))).toEqual([
      'QR code: Cloud Architect Associate 1',
      'QR code: Cloud Architect Associate 2',
    ]);
    expect(layout.render(makeMany(2), makeOptions()).html).not.toContain('data:');
  });
});

/** WCAG 2, relative luminance and contrast. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 1, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('the colours', () => {
  it('are read on white, and those that must be on a dark ground too', () => {
    for (const { text, link } of Object.values(palettes)) {
      for (const colour of [text, link]) expect(contrast(colour, '#ffffff')).toBeGreaterThan(4.5);
    }
    for (const colour of [palettes.both.text, palettes.both.link]) {
      expect(contrast(colour, '#1e1e1e')).toBeGreaterThan(3.5);
    }
    expect(palettes.paper.ground).toBe('#ffffff');
  });
});
