/** Where a profile prints its owner's name: SDUI's top card, which has no h1; Ember's and the public page's h1. */
const headings = ['section[componentkey$="Topcard"] h2', 'main h1', '.top-card-layout h1'].join(',');

/**
 * The name of a LinkedIn profile's owner, or null. The page's title ("(3) Jane Doe | LinkedIn") and the heading of the profile
 * must agree: a title alone may be that of the page before, a heading alone that of a section (facts on pages, 3; both are in
 * the recorded profiles).
 */
export function findProfileName(document: Document, { pathname }: Pick<Location, 'pathname'>): string | null {
  if (!/^\/in\/[^/]+/.test(pathname)) return null;
  const titles = document.title
    .replace(/^\(\d+\+?\)\s*/, '')
    .split(/\s[|–-]\s/)
    .map(flat);
  const shown = [...document.querySelectorAll(headings)].map((heading) => flat(heading.textContent ?? ''));
  return shown.find((name) => name !== '' && titles.includes(name)) ?? null;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
