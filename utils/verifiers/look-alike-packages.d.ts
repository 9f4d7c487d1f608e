/** Neither brings types of its own that the compiler finds. */
declare module 'punycode.js' {
  const punycode: { toUnicode(host: string): string; toASCII(host: string): string };
  export default punycode;
}
declare module 'unicode-confusables' {
  export function rectifyConfusion(text: string): string;
}
