/** A site that the user can switch on: `linkedin`, or the id of a member of `webmails`. */
export type SiteId = string & { readonly __siteId: never };

/** Whether a match pattern of ours (`https://host/*`, `https://*.host/*`) covers an origin. */
export function coversOrigin(pattern: string, origin: string): boolean {
  const host = /^https:\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
  if (!host || !origin.startsWith('https://')) return false;
  const [, wildcard, name = ''] = host;
  const rest = origin.slice('https://'.length);
  return rest === name || (wildcard !== undefined && rest.endsWith(`.${name}`));
}
