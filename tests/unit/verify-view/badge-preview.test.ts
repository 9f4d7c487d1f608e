import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPreview } from '@/entrypoints/library/badge-preview';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0);
const files: readonly (readonly [string, Uint8Array<ArrayBuffer>, string | null])[] = [
  ['a PNG', png, 'image/png'],
  ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['an SVG with a prologue', bytes('\n<?xml version="1.0"?><!-- a --><svg/>'), 'image/svg+xml'],
  ['a page that holds an SVG', bytes('<html><svg></svg></html>'), null],
  ['an SVG too large to be drawn safely', bytes(`<svg>${' '.repeat(500_000)}</svg>`), null],
  ['JSON', bytes('{"a": "<svg>"}'), null],
  ['nothing', bytes(''), null],
];
afterEach(() => vi.restoreAllMocks());

describe('a preview', () => {
  it.each(files)('of %s', (_, content, type) => {
    const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    expect(createPreview(content)).toBe(type && 'blob:x');
    const drawn = create.mock.calls.flatMap(([blob]) => (blob instanceof Blob ? [blob.type] : []));
    expect(drawn).toEqual(type ? [type] : []);
  });
});
