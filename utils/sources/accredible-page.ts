const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** `https://api.accredible.com/v1/obi/badge_assertions/<uuid>`. */
export function accredibleAssertion(id: string): string {
  return `https://api.accredible.com/v1/obi/badge_assertions/${id.toLowerCase()}`;
}

/** A page of Accredible under a short code: the record's id stands in the page alone. */
export function isAccrediblePage({ hostname, pathname }: URL): boolean {
  return (
    /^(?:www\.)?credential\.net$|^[a-z0-9-]+\.credential\.net$/.test(hostname) &&
    /^\/[\w-]{4,}/.test(pathname)
  );
}

/** The record's id in a page of theirs, on whatever host; null when the page names none, or several. */
export function accredibleIdIn(page: string): string | null {
  const found = [
    ...page.matchAll(
      new RegExp(`(?:obi/badge_assertions/|"uuid"\\s*:\\s*"|\\\\"uuid\\\\"\\s*:\\s*\\\\")(${uuid})`, 'gi'),
    ),
  ].map((match) => match[1]?.toLowerCase() ?? '');
  const different = [...new Set(found)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

/** The same on a host that is not known to be theirs: only the address of their own API says that the page is. */
export function accredibleRecordIn(page: string): string | null {
  return page.includes('api.accredible.com') ? accredibleIdIn(page) : null;
}
