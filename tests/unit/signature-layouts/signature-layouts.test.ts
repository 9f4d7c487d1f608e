import { caniemail } from 'caniemail';
import { describe, expect, it } from 'vitest';
import type { Badge, BadgeId } from '@/utils/badge';
import { safeUrl } from '@/utils/html';
import { row } from '@/utils/signature-layouts/row';
import { signatureLayouts } from '@/utils/signature-layouts/index';
import type { SignatureOptions } from '@/utils/signature-layouts/signature-layout';
import { hostileNames, makeBadge } from '../make-badge';

const options: SignatureOptions = {
  words: { issuedBy: (issuer, day) => `${issuer}, ${day.slice(0, 7)}` },
};
const clients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*'] as const;

const uuidOf = (index: number) => `3f2b8a90-1c4d-4e5f-8a6b-${String(index).padStart(12, '0')}`;

function makeMany(count: number): Badge[] {
  return Array.from({ length: count }, (_, index) =>
    makeBadge({
      id: `credly:${uuidOf(index)}` as BadgeId,
      achievement: { name: `Cloud Architect Associate ${index + 1}` },
      pageUrl: safeUrl(`https://www.credly.com/badges/${uuidOf(index)}`),
      imageUrl: safeUrl(`https://images.credly.com/size/220x220/images/${uuidOf(index)}/cloud-architect.png`),
    }),
  );
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Own rules beside caniemail's, which passes a `data:` picture. */
function findFaults(html: string): string[] {
  const pictures = [...parse(html).querySelectorAll('img')];
  const faults = pictures.flatMap((picture) => {
    const source = picture.getAttribute('src') ?? '';
    const lacking = ['alt', 'width', 'height'].filter((name) => !picture.getAttribute(name));
    return [...(source.startsWith('https:') ? [] : [`picture from ${source}`]), ...lacking];
  });
  const length = html.length > 10_000 ? [`${html.length} characters`] : [];
  const raw = /<style|<script|<link|\sclass=|\starget=|\son\w+=/i.test(html.replace(/"[^"]*"/g, '""'));
  return [...faults, ...length, ...(raw ? ['markup that mail drops'] : [])];
}

function tags(root: Document): string[] {
  return [...root.querySelectorAll('*')].map((element) => element.tagName);
}

function attributes(root: Document): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
}

describe('row', () => {
  it('shows a single badge with its words', () => {
    const { html, text, links } = row.render([makeBadge()], options);
    const page = 'https://www.credly.com/badges/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b';
    const picture =
      'https://images.credly.com/size/220x220/images/3f2b8a90-1c4d-4e5f-8a6b-7c8d9e0f1a2b/cloud-architect.png';
    expect(html).toBe(
      '<table cellpadding="0" cellspacing="0" border="0"><tr>' +
        '<td width="72" align="center" valign="top" bgcolor="#ffffff" style="padding:4px;background-color:#ffffff;">' +
        `<a href="${page}"><img src="${picture}" width="64" height="64" border="0" alt="Cloud Architect Associate" style="width:64px;border:0;"></a></td>` +
        '<td valign="middle" style="padding:0 0 0 10px;font-family:Arial,\'Malgun Gothic\',sans-serif;font-size:13px;line-height:18px;color:#444444;">' +
        `<a href="${page}" style="color:#0a66c2;">Cloud Architect Associate</a><br>Northwind Cloud Academy, 2026-05</td>` +
        '</tr></table>',
    );
    expect(text).toBe(`Cloud Architect Associate — ${page}`);
    expect(links).toEqual([page]);
  });

  it('lays several badges side by side, four to a row', () => {
    const rows = [...parse(row.render(makeMany(6), options).html).querySelectorAll('tr')];
    expect(rows.map((line) => line.querySelectorAll('img').length)).toEqual([4, 2]);
  });

  it('writes a badge without a picture as words', () => {
    const [first, second] = makeMany(2);
    if (!first || !second) throw new Error('two badges');
    const document = parse(row.render([first, { ...second, imageUrl: null }], options).html);
    expect(document.querySelectorAll('img')).toHaveLength(1);
    expect(document.body.textContent).toBe('Cloud Architect Associate 2Northwind Cloud Academy, 2026-05');
  });

  it('writes words for a picture that mail readers do not show', () => {
    const svg = safeUrl('https://learn.microsoft.com/badges/cloud.svg');
    expect(parse(row.render([makeBadge({ imageUrl: svg })], options).html).querySelector('img')).toBeNull();
  });

  it('names issuer and month in the text of a badge without a page', () => {
    expect(row.render([makeBadge({ pageUrl: null })], options).text).toBe(
      'Cloud Architect Associate — Northwind Cloud Academy, 2026-05',
    );
  });

  it('shows nothing for no badges', () => {
    expect(row.render([], options)).toEqual({ html: '', text: '', links: [] });
  });
});

describe.each(signatureLayouts.map((layout) => [layout.id, layout] as const))(
  'signature layout %s',
  (_, layout) => {
    it.each([1, 3, 8, 12])('passes for %i badges in every mail reader that is known', (count) => {
      const { html } = layout.render(makeMany(count), options);
      const { issues } = caniemail({ clients: [...clients], html });
      expect([...issues.errors.entries()]).toEqual([]);
      expect(findFaults(html)).toEqual([]);
    });

    it('would be told of markup that mail readers drop', () => {
      const { issues } = caniemail({
        clients: [...clients],
        html: '<div style="display:flex"><svg></svg><a href="https://example.org" target="_blank">x</a></div>',
      });
      expect(issues.errors.size).toBeGreaterThan(0);
      expect(findFaults('<img src="data:image/png;base64,AA==" width="1" height="1" alt="x">')).toHaveLength(
        1,
      );
    });

    it.each(hostileNames)('keeps the name %j as text', (name) => {
      const plain = parse(layout.render([makeBadge()], options).html);
      const badge = makeBadge({ achievement: { name }, issuer: { id: null, name, url: null } });
      const rendered = layout.render([badge], options);
      const document = parse(rendered.html);
      expect(tags(document)).toEqual(tags(plain));
      expect(attributes(document)).toEqual(attributes(plain));
      expect(rendered.html).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
      expect(rendered.text.split('\n')).toHaveLength(1);
      expect(rendered.html.length).toBeLessThan(3000);
    });

    it('names every link that it shows, in order', () => {
      const badges = makeMany(3);
      const { html, links } = layout.render(badges, options);
      const shown = [...parse(html).querySelectorAll('a')].map((anchor) => anchor.getAttribute('href'));
      expect([...new Set(shown)]).toEqual(links);
      expect(links).toEqual(badges.map((badge) => badge.pageUrl));
    });

    it('has a plain-text twin with every link', () => {
      const { text, links } = layout.render(makeMany(3), options);
      for (const link of links) expect(text).toContain(link);
    });
  },
);
