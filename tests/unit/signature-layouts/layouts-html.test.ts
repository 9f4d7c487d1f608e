import { inflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { card } from '@/utils/signature-layouts/card';
import { makeCodePng } from '@/utils/signature-layouts/code-picture';
import { contact as contactLayout } from '@/utils/signature-layouts/contact';
import { grid } from '@/utils/signature-layouts/grid';
import { line } from '@/utils/signature-layouts/line';
import { plainText } from '@/utils/signature-layouts/plain-text';
import { row } from '@/utils/signature-layouts/row';
import { makeBadge } from '../make-badge';
import { attributeOf, elementsOf } from './mail-rules';
import { contact, makeMany, makeOptions } from './make-options';

const page = 'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
const picture =
  'https://images.credly.com/size/220x220/images/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b/cloud-architect.png';
const pictureCell =
  '<td width="72" align="center" valign="top" bgcolor="#ffffff" style="padding:4px;background-color:#ffffff;">' +
  `<a href="${page}"><img src="${picture}" width="64" height="64" border="0" alt="Cloud Architect Associate" style="width:64px;border:0;color:#444444;"></a></td>`;
const font = "font-family:Arial,'Malgun Gothic',sans-serif;font-size:13px;line-height:18px;";
const ink = makeOptions({ colours: 'ink' });

/** How many pictures stand in each row. */
const picturesByRow = (html: string) =>
  html
    .split('<tr>')
    .slice(1)
    .map((part) => part.split('<img').length - 1);

describe('row', () => {
  it('shows a single badge with its words', () => {
    const { html, text, links } = row.render([makeBadge()], ink);
    expect(html).toBe(
      `<table cellpadding="0" cellspacing="0" border="0"><tr>${pictureCell}` +
        `<td valign="middle" style="padding:0 10px;${font}color:#444444;">` +
        `<a href="${page}" style="color:#0a66c2;">Cloud Architect Associate</a><br>Northwind Cloud Academy, May 2026</td>` +
        '</tr></table>',
    );
    expect(text).toBe(`Cloud Architect Associate — ${page}`);
    expect(links).toEqual([page]);
  });

  it('puts the picture on the other side where that is chosen', () => {
    const { html } = row.render([makeBadge()], makeOptions({ side: 'right' }));
    expect(html.endsWith(`${pictureCell}</tr></table>`)).toBe(true);
  });

  it('stays within 320 px in every size', () => {
    expect(picturesByRow(row.render(makeMany(6), makeOptions()).html)).toEqual([4, 2]);
    expect(picturesByRow(row.render(makeMany(6), makeOptions({ size: 96 })).html)).toEqual([3, 3]);
    expect(picturesByRow(row.render(makeMany(6), makeOptions({ size: 56 })).html)).toEqual([5, 1]);
  });

  it('takes of Gmail’s 10,000 characters what the facts say', () => {
    const { length } = row.render(makeMany(3), makeOptions()).html;
    expect(length).toBeGreaterThan(1100);
    expect(length).toBeLessThan(1500);
  });

  it('names issuer and month in the text of a badge without a page', () => {
    expect(row.render([makeBadge({ pageUrl: null })], ink).text).toBe(
      'Cloud Architect Associate — Northwind Cloud Academy, May 2026',
    );
  });
});

describe('line', () => {
  it('is names and links alone', () => {
    const elements = elementsOf(line.render(makeMany(2), ink).html);
    expect(elements.map(({ tagName }) => tagName)).toEqual(['table', 'tbody', 'tr', 'td', 'a', 'a']);
  });
});

describe('card and grid', () => {
  it('give every badge a line, and two columns', () => {
    expect(picturesByRow(card.render(makeMany(3), makeOptions()).html)).toEqual([1, 1, 1]);
    expect(picturesByRow(grid.render(makeMany(3), makeOptions()).html)).toEqual([2, 0, 1, 0]);
    expect(picturesByRow(grid.render(makeMany(9), makeOptions({ labels: 'none' })).html)).toEqual([3, 3, 3]);
  });
});

describe('contact', () => {
  it('links mail, phone and pages, and nothing else', () => {
    const links = [...contact.links, 'javascript:x()', 'http://plain.example', 'nonsense'];
    const { html, text } = contactLayout.render(
      [makeBadge()],
      makeOptions({ contact: { ...contact, links } }),
    );
    const shown = elementsOf(html).flatMap((element) => attributeOf(element, 'href') ?? []);
    expect(shown.toSorted()).toEqual([
      'https://haneul.example.org/',
      page,
      'https://www.linkedin.com/in/haneul-kim',
      'mailto:haneul@example.org',
      'tel:+82212345678',
    ]);
    expect(text.split('\n')).toEqual([
      'Haneul Kim',
      'Cloud Engineer, Northwind',
      'Phone +82 2-1234-5678',
      'Email haneul@example.org',
      'https://www.linkedin.com/in/haneul-kim',
      'https://haneul.example.org/',
      '',
      `Cloud Architect Associate — ${page}`,
    ]);
  });
});

describe('plain text', () => {
  it('is a line for each badge, the same in both forms', () => {
    const { html, text } = plainText.render(makeMany(2), makeOptions());
    expect(html.replaceAll('<br>', '\n').replaceAll(/<[^>]+>/g, '')).toBe(text);
  });
});

describe('the picture of a code', () => {
  it('holds the modules of the bare library, dark on light, with a quiet zone of four', () => {
    const png = Buffer.from(makeCodePng(page));
    const side = png.readUInt32BE(16);
    const { modules } = create(page, { errorCorrectionLevel: 'M' });
    expect(side).toBe((modules.size + 8) * 4);
    const data = png.indexOf('IDAT') + 4;
    const pixels = inflateSync(png.subarray(data, data + png.readUInt32BE(data - 8)));
    const width = Math.ceil(side / 8) + 1;
    const isDark = (x: number, y: number) =>
      ((pixels[y * width + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
    for (let y = 0; y < modules.size + 8; y += 1) {
      for (let x = 0; x < modules.size + 8; x += 1) {
        const isInside = Math.min(x, y) >= 4 && Math.max(x, y) < modules.size + 4;
        const expected = isInside && Boolean(modules.get(y - 4, x - 4));
        expect(isDark(x * 4 + 1, y * 4 + 2), `${x}, ${y}`).toBe(expected);
      }
    }
  });
});
