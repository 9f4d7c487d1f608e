import { describe, expect, it } from 'vitest';
import { toAppError } from '@/utils/errors';
import { safeUrl, type WebUrl } from '@/utils/html';
import { fetchApiPage, firstPage } from '@/utils/sources/api-pages';
import { fakeIo } from '../fake-io';

const list = 'https://api.example.org/v2p1/assertions';
const first = firstPage(safeUrl('https://api.example.org/v2p1') as WebUrl, '/assertions');
const page = (headers: Record<string, string>, cursor = first) =>
  fetchApiPage(cursor, fakeIo({ '*': { json: {}, headers } }));

describe('fetchApiPage', () => {
  it('asks for the whole list, from its beginning', async () => {
    const io = fakeIo({ '*': { json: {} } });
    await fetchApiPage(first, io);
    expect(io.asked).toEqual([`${list}?limit=50&offset=0`]);
  });

  it.each([
    [`<${list}?offset=50>; rel="next"`, `2 ${list}?offset=50`],
    [`<${list}?offset=0>; rel="first", <${list}?offset=50>; rel=next; title="a, b"`, `2 ${list}?offset=50`],
    [`</v2p1/assertions?offset=50>; rel="last next"`, `2 ${list}?offset=50`],
    [`<${list}?offset=0>; rel="first", <${list}?offset=50>; rel="nextish"`, null],
    ['nonsense', null],
  ])('follows %s to %s', async (link, next) => {
    expect((await page({ link })).next(3)).toBe(next);
  });

  it('goes on by the count where no link says where', async () => {
    expect((await page({ 'x-total-count': '61' })).next(50)).toBe(`2 ${list}?limit=50&offset=50`);
    expect((await page({ 'x-total-count': '61' }, `2 ${list}?limit=50&offset=50`)).next(11)).toBeNull();
    expect((await page({ 'x-total-count': '61' })).next(0), 'an empty page ends it').toBeNull();
    expect((await page({})).next(50), 'a full page may not be the last').toBe(`2 ${list}?limit=50&offset=50`);
    expect((await page({})).next(49)).toBeNull();
  });

  it('states the total and the pages only where the host does', async () => {
    expect(await page({ 'x-total-count': '61' })).toMatchObject({ statedTotal: 61, pagesTotal: 2 });
    expect(await page({ 'x-total-count': 'many' })).toMatchObject({ statedTotal: null, pagesTotal: null });
  });

  it.each([
    ['https://elsewhere.example/list', 'another host: the token is not for it'],
    ['http://api.example.org/v2p1/assertions?offset=50', 'no https'],
    [`${list}?limit=50&offset=0`, 'the same page again'],
  ])('breaks off at %s (%s): a list that is cut short would make the rest look gone', async (target) => {
    const read = await page({ link: `<${target}>; rel="next"` });
    expect(() => read.next(50)).toThrowError(/goes on at another host|no end/);
  });

  it.each([401, 403])('asks to sign in when the token does not count (%i)', async (status) => {
    const fault: unknown = await fetchApiPage(first, fakeIo({ '*': { status } })).catch(
      (cause: unknown) => cause,
    );
    expect(toAppError(fault).code).toBe('sign-in-required');
  });
});
