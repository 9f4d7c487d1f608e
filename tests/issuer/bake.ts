import { deflateSync } from 'node:zlib';
import {
  chunk,
  compressedChunk,
  internationalChunk,
  makePng,
  textChunk,
} from '../unit/open-badges/make-png.ts';

type Bake = (text: string) => string | Uint8Array;

const png = (...chunks: readonly Uint8Array[]) => makePng(chunks);
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Namespaces of 1.x and 2.0, and of 3.0. */
const spaces = {
  assertion: 'http://openbadges.org',
  credential: 'https://purl.imsglobal.org/ob/v3p0',
} as const;

function svg(element: keyof typeof spaces, attribute: string, body: string): string {
  const own = `<openbadges:${element}${attribute}>${body}</openbadges:${element}>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${spaces[element]}">${own}<path d="M0 0"/></svg>`;
}

/** Every way of putting a badge into a file in which it is found again ("Baked Badges"). */
export const containers: Readonly<Record<string, Bake>> = {
  'a text': (text) => `\n${text}\n`,
  'PNG, tEXt openbadges': (text) => png(textChunk('openbadges', text)),
  'PNG, tEXt openbadgecredential': (text) => png(textChunk('openbadgecredential', text)),
  'PNG, iTXt openbadges': (text) => png(internationalChunk('openbadges', text)),
  'PNG, iTXt openbadgecredential': (text) => png(internationalChunk('openbadgecredential', text)),
  'PNG, iTXt with a language': (text) =>
    png(internationalChunk('openbadges', text, { language: 'ko', translated: '배지' })),
  'PNG, compressed iTXt': (text) =>
    png(internationalChunk('openbadgecredential', text, { compressed: true })),
  'PNG, zTXt': (text) => png(compressedChunk('openbadges', text)),
  'PNG, behind the picture': (text) => makePng([], [internationalChunk('openbadges', text)]),
  'PNG, with a wrong CRC': (text) => png(internationalChunk('openbadges', text, { crc: 1 })),
  'PNG, beside other texts': (text) =>
    png(textChunk('Software', 'Quill'), textChunk('openbadges', text), textChunk('Comment', 'none')),
  'SVG, assertion in its body': (text) => svg('assertion', '', `<![CDATA[${text}]]>`),
  'SVG, credential in its body': (text) => svg('credential', '', escape(text)),
  'SVG, verify': (text) => svg('assertion', ` verify="${escape(text)}"`, ''),
};

/** The same, where nothing can be found: not wrong, but no badge. */
export const losses: Readonly<Record<string, Bake>> = {
  'PNG with another keyword': (text) => png(textChunk('Comment', text)),
  'PNG without a text': () => makePng([]),
  'PNG with another record': (text) => png(internationalChunk('clrcredential', text)),
  'PNG that ends in the badge': (text) => {
    const whole = makePng([textChunk('openbadges', text)]);
    return whole.subarray(0, 60);
  },
  'PNG whose text does not unpack': () =>
    png(chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), deflateSync('{}').subarray(0, 4)]))),
  'SVG without a badge': () => '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
  'a JPEG, as mail programs make of it': () =>
    Uint8Array.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
    ]),
};
