/**
 * A content line in pieces of at most 75 octets, the later ones behind a space (RFC 5545, 3.1; RFC 6350, 3.2). Cut
 * between characters: readers that join bytes and readers that join characters then find the same.
 */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > 75) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece].join('\r\n');
}

/** Text as a value of a calendar (RFC 5545, 3.3.11). */
export function escapeValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
