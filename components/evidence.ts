import { formatDay, t } from '@/utils/i18n';

/** Longer addresses lose their middle; the whole of it is in the tooltip and in the exported report. */
const longestAddress = 56;
const longestEnd = 40;

/** What was compared, to be read by people: moments become days, long addresses their host and end, keys their edges. */
export function readableEvidence(detail: string): string {
  return detail
    .replace(/\b(\d{4}-\d\d-\d\d)T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?/g, (_, day: string) => formatDay(day))
    .replace(/\bnot allowed to ask ([\w.-]+)/g, (_, host: string) => t('evidenceNotAllowed', host))
    .replace(/https?:\/\/[^\s"'<>]+/g, shortAddress)
    .replace(/\b(did:[a-z]+:[\w-]{12})[\w-]{24,}([\w-]{8})/g, '$1…$2');
}

/** A name that is to stand in a sentence of ours; one written from right to left must not turn the sentence around. */
export function isolate(name: string): string {
  // First strong isolate … pop directional isolate (Unicode Standard Annex 9).
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}

/** "www.credly.com/…/b0b0b0b0-0000-4000-8000-000000000000": the host, and the end that tells it apart. */
export function shortAddress(address: string): string {
  const bare = address.replace(/^https?:\/\//, '');
  if (bare.length <= longestAddress) return bare;
  const host = bare.slice(0, bare.search(/[/?#]|$/));
  const end = bare.slice(bare.replace(/\/$/, '').lastIndexOf('/') + 1);
  return `${host}/…${end.length <= longestEnd ? '/' : ''}${end.slice(-longestEnd)}`;
}
