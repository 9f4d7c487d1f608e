import { badgeAddresses } from './addresses';

/**
 * The names under which other sources may know an award, in the one form in which they can be compared: the address of a
 * page or record of a source as `source:id`, any other address without query and hash, a certificate's number as
 * `issuer#number`. Lower case, each once.
 */
export function knownAs(...names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => (name ? toKey(name) : [])))].toSorted();
}

function toKey(name: string): string {
  if (!/^https?:/i.test(name) || !URL.canParse(name)) return name.trim().toLowerCase();
  const url = new URL(name);
  for (const source of badgeAddresses) {
    const id = source.parseBadgeUrl(url);
    if (id) return `${source.id}:${id}`.toLowerCase();
  }
  return `${url.host}${url.pathname}`.toLowerCase().replace(/\/+$/, '');
}
