import { badgeAddresses, unmarkedAddresses } from './addresses';

/** Parameters that name the record itself (`assertion.php?b=…`, `sharebadge?id=…`) and not who shared it, or how. */
const naming = /^(?:b|hash|code|key|number|\w*id)$/i;
const tracking = /^(?:utm_\w*|\w*cl(?:ck)?id|sharing_?id|source_?id|session_?id|mc_\w*)$/i;

/**
 * The names under which other sources may know an award, in the one form in which they can be compared: the address of a
 * page or record of a source as `source:id`, any other address without what only says who shared it, a certificate's number as
 * `issuer#number`. Lower case, each once.
 */
export function knownAs(...names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => (name ? toKey(name) : [])))].toSorted();
}

function toKey(name: string): string {
  if (!/^https?:/i.test(name) || !URL.canParse(name)) return name.trim().toLowerCase();
  const url = new URL(name);
  for (const source of [...badgeAddresses, ...unmarkedAddresses]) {
    const id = source.parseBadgeUrl(url);
    if (id) return `${source.id}:${id}`.toLowerCase();
  }
  const named = [...url.searchParams].filter(([key]) => naming.test(key) && !tracking.test(key));
  const query = named.length > 0 ? `?${new URLSearchParams(named.toSorted()).toString()}` : '';
  return `${url.host}${url.pathname.replace(/\/+$/, '')}${query}`.toLowerCase();
}
