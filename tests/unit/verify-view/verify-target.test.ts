import { describe, expect, it } from 'vitest';
import { kindOf, nameOf, toContent, toProfile, type TextKind } from '@/entrypoints/library/verify-target';
import { maxVerifiedBytes } from '@/utils/messages';

const texts: readonly (readonly [string, TextKind])[] = [
  ['', 'empty'],
  [' \n ', 'empty'],
  [' https://badges.example.org/1?a=b#c ', 'link'],
  ['http://badges.example.org', 'link'],
  ['https://', 'unknown'],
  ['two https://a.example https://b.example', 'unknown'],
  ['\n{"type": "Assertion"}', 'json'],
  ['[1]', 'json'],
  ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln', 'token'],
  ['eyJhbGciOiJFUzI1NiJ9==.eyJpc3MiOiJ4In0=.c2ln', 'token'],
  ['www.example.org', 'unknown'],
  ['just words', 'unknown'],
];

describe('what was brought', () => {
  it.each(texts)('%j looks like: %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('is named by its file, its link, or its beginning', () => {
    const link = `https://badges.example.org/${'x'.repeat(300)}`;
    expect(nameOf({ kind: 'file', file: new File([], 'welding.png') })).toBe('welding.png');
    expect(nameOf({ kind: 'text', text: ` ${link} ` })).toBe(link);
    expect(nameOf({ kind: 'text', text: `{${'x'.repeat(300)}` })).toHaveLength(120);
  });

  it('travels as it is: text without the space around it, bytes as Base64', async () => {
    const text = await toContent({ kind: 'text', text: '  한글 \n' });
    expect(text.content).toEqual({ kind: 'text', text: '한글' });
    expect(text.bytes).toEqual(new TextEncoder().encode('한글'));
    const file = await toContent({ kind: 'file', file: new File([Uint8Array.of(0, 255)], 'a') });
    expect(file.content).toEqual({ kind: 'file', base64: 'AP8=' });
  });

  it('is refused before it is read when it is too large', async () => {
    const file = new File(['x'], 'a.png');
    Object.defineProperty(file, 'size', { value: maxVerifiedBytes + 1 });
    Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('it was read')) });
    await expect(toContent({ kind: 'file', file })).rejects.toMatchObject({ code: 'too-large' });
    const text = 'x'.repeat(maxVerifiedBytes + 1);
    await expect(toContent({ kind: 'text', text })).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('whom a badge should belong to', () => {
  it('is nobody while nothing is typed', () => expect(toProfile(' , \n')).toBeNull());

  it('is told apart by its looks, part by part', () => {
    const typed =
      'mina@example.org, https://mina.example; did:web:mina.example\n+82 10-1234-5678, Mina Oh, 오미나';
    expect(toProfile(typed)).toEqual({
      emails: ['mina@example.org'],
      urls: ['https://mina.example'],
      ids: ['did:web:mina.example'],
      telephones: ['+82 10-1234-5678'],
      names: ['Mina Oh', '오미나'],
    });
  });
});
