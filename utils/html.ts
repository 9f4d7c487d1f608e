/** A web address that passed `safeUrl`: https, no user name, no password. A string because IndexedDB cannot store `URL`. */
export type WebUrl = string & { readonly __webUrl: never };

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in HTML, in content and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * The address in normal form when it is one that we may open, show or put into a mail; otherwise null.
 * Parsing comes before judging: both browsers drop tabs, line breaks and case, so a look at the string would be
 * fooled (`java\nscript:`).
 */
export function safeUrl(input: unknown): WebUrl | null {
  if (typeof input !== 'string' || !URL.canParse(input)) return null;
  const url = new URL(input);
  if (url.protocol !== 'https:' || url.username || url.password) return null;
  return url.href as WebUrl;
}
