import { describe, expect, it } from 'vitest';
import { readCredlyHolder } from '@/utils/sources/credly-holder';
import type { Io } from '@/utils/io';

const badge = { name: 'Cloud to Go', issuerName: 'Harbour & Sons' };
const read = (title: string, status = 200) => {
  const asked: string[] = [];
  const io: Io = {
    now: () => new Date(0),
    fetch: async (url, request) => {
      asked.push(`${String(url)} ${request?.accept}`);
      return new Response(`<meta property="og:title" content="${title.replaceAll('&', '&amp;')}">`, {
        status,
      });
    },
  };
  return readCredlyHolder('b0', badge, io).then((holder) => ({ holder, asked }));
};

describe('the holder on a Credly page', () => {
  it.each([
    ['Cloud to Go was issued by Harbour & Sons to Jane Doe.', 'Jane Doe'],
    ['Cloud to Go (Expired) was issued by Harbour & Sons to 김민지.', '김민지'],
    ['Cloud to Go was issued by Harbour & Sons to Jane to Doe Jr..', 'Jane to Doe Jr.'],
    // Another badge's page, another issuer's, a page of an unknown id.
    ['Cloud was issued by Harbour & Sons to Jane Doe.', null],
    ['Cloud to Go was issued by Harbour to Jane Doe.', null],
    ['Credly', null],
    ['Cloud to Go was issued by Harbour & Sons to .', null],
  ])('%s', async (title, holder) => {
    const answer = await read(title);
    expect(answer.holder).toBe(holder);
    expect(answer.asked).toEqual(['https://www.credly.com/badges/b0/public_url text/html']);
  });

  it('is not read from a page of a fault', async () => {
    expect((await read('Cloud to Go was issued by Harbour & Sons to Jane Doe.', 404)).holder).toBeNull();
  });
});
