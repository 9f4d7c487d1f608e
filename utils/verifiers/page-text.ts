const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

/** The value of an HTML attribute as text. A page for people is read without a DOM: a service worker has none. */
export function unescapeAttribute(value: string): string {
  return value.replace(/&(#?\w{2,6});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}

/** What a page says in one of its `og:` properties; null when it says nothing. */
export function openGraph(page: string, property: string): string | null {
  for (const [tag] of page.slice(0, 300_000).matchAll(/<meta\b[^>]{1,4000}>/gi)) {
    if (!new RegExp(`property\\s*=\\s*["']og:${property}["']`, 'i').test(tag)) continue;
    const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    const text = unescapeAttribute(content?.[1] ?? content?.[2] ?? '').trim();
    if (text) return text.slice(0, 300);
  }
  return null;
}
