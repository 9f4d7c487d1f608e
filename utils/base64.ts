/** Bytes of a slice: as many arguments as any engine takes in one call, and a multiple of three so that slices join. */
const slice = 24_573;

/** Bytes as Base64 (RFC 4648, section 4): messages between our contexts are JSON in Chrome. Sliced, so any length fits. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += slice) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + slice))));
  }
  return parts.join('');
}

/** The bytes of a Base64 text that `toBase64` made. @throws DOMException for anything else */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
