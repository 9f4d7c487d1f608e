/** First bytes, in hexadecimal, of files that carry no badge, and what people call them. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^ffd8ff/, 'JPEG image'],
  [/^47494638/, 'GIF image'],
  [/^52494646.{8}57454250/, 'WebP image'],
  [/^.{8}667479706176/, 'AVIF image'],
  [/^.{8}66747970(?:68656963|68656978|6d696631)/, 'HEIC image'],
  [/^.{8}66747970/, 'MP4 video'],
  [/^424d.{8}0{8}/, 'BMP image'],
  [/^(?:49492a00|4d4d002a)/, 'TIFF image'],
  [/^00000100/, 'icon'],
  [/^255044462d/, 'PDF document'],
  [/^504b(?:0304|0506)/, 'ZIP archive'],
  [/^1f8b/, 'gzip archive'],
  [/^52617221/, 'RAR archive'],
  [/^377abcaf/, '7-Zip archive'],
  [/^(?:fffe|feff)/, 'UTF-16 text'],
];

/** What a file is by its first bytes, never by its name; null for text and for what we do not know. */
export function fileKindOf(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return kinds.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}
