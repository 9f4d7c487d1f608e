import { formatDay } from '@/utils/i18n';

/** Characters of an address that are shown; the whole of it is in the tooltip and in the exported report. */
const longestAddress = 56;

/** What was compared, to be read by people: moments become days, long addresses their host and their end. */
export function readableEvidence(detail: string): string {
  return detail
    .replace(/\b(\d{4}-\d\d-\d\d)T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?/g, (_, day: string) => formatDay(day))
    .replace(/https?:\/\/[^\s"'<>]+/g, shortenAddress);
}

function shortenAddress(address: string): string {
  const bare = address.replace(/^https?:\/\//, '');
  if (bare.length <= longestAddress) return bare;
  const host = bare.slice(0, bare.search(/[/?#]|$/));
  return `${host}/…${bare.slice(-24)}`;
}
