/**
 * `name=value&…` with every value through `encodeURIComponent` (spaces become %20: mail programs and some of the sites
 * show a `+` as it is). Parts without a value are left out, so nothing is sent that we do not know.
 */
export function toQuery(parts: Readonly<Record<string, string | null>>): string {
  return Object.entries(parts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value ?? ''))}`)
    .join('&');
}

/** Half a surrogate pair (a name cut by its issuer) would make `encodeURIComponent` throw. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
