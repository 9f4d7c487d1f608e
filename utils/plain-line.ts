/** Characters that are not seen but steer what stands behind them: controls, direction marks and overrides. */
const steering = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069\uFEFF]+/gu;

/**
 * Somebody else's text as one harmless line of at most `maxLength` characters as people count them. For places that we
 * do not draw ourselves: a mail, a post.
 */
export function toPlainLine(text: string, maxLength: number): string {
  const line = text.replace(steering, ' ').replace(/\s+/g, ' ').trim();
  if (line.length <= maxLength) return line;
  const graphemes = Array.from(
    new Intl.Segmenter().segment(line.slice(0, maxLength * 20)),
    (part) => part.segment,
  );
  return graphemes.length <= maxLength
    ? line
    : `${graphemes
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
