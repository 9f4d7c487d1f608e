import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { exports } from '@/utils/exports/index';
import { readmeMarkdown } from '@/utils/exports/readme-markdown';
import { makeBadge } from '../make-badge';

describe.each(exports)('export $id', (item) => {
  it('has an id of its own and survives badges that cannot be shown', () => {
    expect(exports.filter(({ id }) => id === item.id)).toHaveLength(1);
    const file = item.render([makeBadge({ pageUrl: null, imageUrl: null })]);
    expect(file.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    expect(file.fileName).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
  });
});

/** What GitHub would make of it, read back by a parser of the format. */
function read(markdown: string): Document {
  return new DOMParser().parseFromString(marked.parse(markdown, { async: false }), 'text/html');
}

describe('export readme-markdown', () => {
  it('is a picture that links to its proof', () => {
    const badge = makeBadge();
    const link = read(readmeMarkdown.render([badge]).body).querySelector('a');
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
    const document = read(readmeMarkdown.render([makeBadge({ achievement: { name }, imageUrl: null })]).body);
    expect(document.querySelectorAll('a')).toHaveLength(1);
    expect(document.querySelector('a')?.textContent).toBe(name.replace(/\s+/g, ' '));
    expect(document.querySelector('script, h1, code, em, b')).toBeNull();
  });
});
