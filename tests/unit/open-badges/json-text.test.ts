import { describe, expect, it } from 'vitest';
import { parseJsonText } from '@/utils/open-badges/json-text';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('JSON text', () => {
  it('reads text and bytes alike, with or without a byte order mark', () => {
    const json = '{"name":"Lumen \u2600","tags":["a",1,null]}';
    for (const input of [json, `\ufeff${json}`, bytes(json), bytes(`\ufeff${json}`)]) {
      expect(parseJsonText(input)).toEqual({
        kind: 'json',
        value: { name: 'Lumen \u2600', tags: ['a', 1, null] },
        text: json,
        duplicateKeys: [],
      });
    }
  });

  it.each([
    ['{name: 1}', 'an unquoted name'],
    ['{"a":1,}', 'a comma too many'],
    ['{"a":01}', 'a leading zero'],
    ['{"a":"\u0001"}', 'a control character'],
    ['{"a":NaN}', 'NaN'],
    ['', 'nothing'],
    ['{"a":1', 'an open object'],
    ['{"a":"b', 'an open string'],
  ])('%s is not JSON: %s', (text) => {
    expect(parseJsonText(text)).toMatchObject({ kind: 'not-json' });
  });

  it('refuses bytes that are not UTF-8', () => {
    const cut = Uint8Array.from([...bytes('{"a":"'), 0xc3, 0x28, ...bytes('"}')]);
    expect(parseJsonText(cut)).toEqual({ kind: 'not-json', reason: 'not UTF-8' });
    const overlong = Uint8Array.from([...bytes('{"a":"'), 0xc0, 0xaf, ...bytes('"}')]);
    expect(parseJsonText(overlong)).toMatchObject({ kind: 'not-json' });
  });

  it('tells JSON that is too much from what is no JSON', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJsonText(nested(64))).toMatchObject({ kind: 'json' });
    expect(parseJsonText(nested(65))).toEqual({ kind: 'hostile', reason: 'nested deeper than 64' });
    expect(parseJsonText('{"a":'.repeat(1_000_00))).toMatchObject({ kind: 'hostile' });
    expect(parseJsonText(`[${'0,'.repeat(60_000)}0]`)).toEqual({
      kind: 'hostile',
      reason: 'more than 50000 values',
    });
    expect(parseJsonText(`"${'x'.repeat(2_000_000)}"`)).toMatchObject({ kind: 'hostile' });
  });

  it('does not count brackets and commas inside of text', () => {
    const text = JSON.stringify({ a: '[{,'.repeat(50_000), b: '\\"', c: '"[[[', d: '\\\\' });
    expect(parseJsonText(text)).toMatchObject({ kind: 'json', value: { b: '\\"', d: '\\\\' } });
  });

  it('says which names an object has twice, however they are written', () => {
    expect(parseJsonText('{"id":1,"x":{"id":2},"\\u0069d" : 3,"id":4}')).toMatchObject({
      value: { id: 4, x: { id: 2 } },
      duplicateKeys: ['id'],
    });
    expect(parseJsonText('[{"a":1},{"a":2},["a","a"]]')).toMatchObject({ duplicateKeys: [] });
    expect(parseJsonText('{"a":"a","b":"a"}')).toMatchObject({ duplicateKeys: [] });
  });

  it.each(['{"__proto__":{"isAdmin":true}}', '{"a":[{"\\u005f_proto__" : 1}]}'])(
    'refuses a member __proto__: %s',
    (text) => {
      expect(parseJsonText(text)).toEqual({ kind: 'hostile', reason: 'a member is called __proto__' });
    },
  );

  it('lets the word __proto__ stand where it is only text', () => {
    expect(parseJsonText('{"a":"__proto__","b":["__proto__"]}')).toMatchObject({ kind: 'json' });
  });
});
