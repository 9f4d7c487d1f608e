import { describe, expect, it } from 'vitest';
import { parseHtmlPage } from '@/utils/sources/html-page';

describe('html-page', () => {
  it('reads metadata by property, name or itemprop, with its entities', () => {
    const page = parseHtmlPage(
      '<title>A  page</title><meta property="og:title" content=""><meta name="og:title" content="Tom &amp; Jerry&#39;s">',
    );
    expect(page.title).toBe('A page');
    expect(page.meta('og:title')).toBe("Tom & Jerry's");
    expect(page.meta('og:image')).toBeNull();
  });

  it('lays JSON-LD flat and passes over what is none', () => {
    const page = parseHtmlPage(
      `<script type="application/ld+json">{"@graph":[{"name":"a"},{"name":"b"}]}</script>
       <script type="application/ld+json">{broken</script>
       <script type="application/ld+json">[{"name":"c"}]</script>`,
    );
    expect(page.jsonLd.flatMap(({ name }) => name ?? [])).toEqual(['a', 'b', 'c']);
  });

  it('finds elements, and what is in them', () => {
    const page = parseHtmlPage(
      '<div class="b"><b>one</b>\n two <img src="x.png"></div><div class="b"></div><script>var a = "<div class=b>"</script>',
    );
    const found = page.all('.b');
    expect(found.map(({ text }) => text)).toEqual(['one two', '']);
    expect(found[0]?.all('img')[0]?.attribute('src')).toBe('x.png');
  });
});
