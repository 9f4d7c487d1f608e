import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { answers, check, find, lumen, svg, withClass, withRecord, type Answers } from './lumen-badge';

const bytes = (text: string) => ({ bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) });
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF');
const base64 = (text: string) => btoa(text);

describe('image', () => {
  it.each<[string, Answers, string, string | undefined]>([
    ['a PNG', answers({ [`${lumen}/lamp.svg`]: png }), 'valid', 'pass'],
    ['an SVG', answers(), 'valid', 'pass'],
    ['a JPEG under any name', answers({ [`${lumen}/lamp.svg`]: jpeg }), 'invalid', 'fail'],
    ['a GIF', answers({ [`${lumen}/lamp.svg`]: bytes('GIF89a') }), 'invalid', 'fail'],
    ['a WebP', answers({ [`${lumen}/lamp.svg`]: bytes('RIFF\0\0\0\0WEBPVP8 ') }), 'invalid', 'fail'],
    ['none, in a badge class', withClass({ image: undefined }), 'invalid', 'fail'],
    ['two', withClass({ image: [`${lumen}/1.png`, `${lumen}/2.png`] }), 'invalid', 'fail'],
    ['a number', withClass({ image: 4 }), 'invalid', 'fail'],
    [
      'a PNG inside of the class',
      withClass({ image: `data:image/png;base64,${base64('\x89PNG\r\n\x1a\nxxxx')}` }),
      'valid',
      'pass',
    ],
    [
      'an SVG inside of the class',
      withClass({ image: 'data:image/svg+xml;utf8,%3Csvg/%3E' }),
      'valid',
      'pass',
    ],
    [
      'a JPEG inside of the class',
      withClass({ image: 'data:image/jpeg;base64,/9j/4AAQ' }),
      'invalid',
      'fail',
    ],
    [
      'a JPEG that says PNG',
      withClass({ image: `data:image/png;base64,${base64('\xff\xd8\xff\xe0abcd')}` }),
      'invalid',
      'fail',
    ],
    [
      'one inside of the assertion',
      withRecord({ image: 'data:image/png;base64,iVBORw0KGgo=' }),
      'invalid',
      'fail',
    ],
    [
      'one inside of an object of the assertion',
      withRecord({ image: { id: 'data:image/png;base64,iVBORw0KGgo=' } }),
      'invalid',
      'fail',
    ],
    [
      'one of the assertion',
      { ...withRecord({ image: `${lumen}/mine.png` }), [`${lumen}/mine.png`]: png },
      'valid',
      'pass',
    ],
  ])('%s', async (_, given, verdict, result) => {
    const verification = await check(given);
    expect([verification.verdict, find(verification, 'image')?.result]).toEqual([verdict, result]);
  });

  it.each([
    ['is not found', { status: 404 }],
    ['does not come', { error: new AppError('offline') }],
    ['may not be asked for', { error: new AppError('permission-needed', 'badges.lumen.example') }],
    ['turns out to be a page', { text: '<!doctype html><p>Log in</p>' }],
  ])('one that %s leaves the badge good, and is said', async (_, answer) => {
    const verification = await check(answers({ [`${lumen}/lamp.svg`]: answer }));
    expect([verification.verdict, find(verification, 'image')?.result]).toEqual(['valid', 'unknown']);
  });

  it('is asked for over https', async () => {
    const given = { ...withClass({ image: 'http://badges.lumen.example/x.svg' }), [`${lumen}/x.svg`]: svg };
    expect((await check(given)).verdict).toBe('valid');
  });
});
