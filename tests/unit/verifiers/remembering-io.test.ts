import { describe, expect, it } from 'vitest';
import { AppError } from '@/utils/errors';
import { finalUrl, withRoute, type Io, type IoRequest } from '@/utils/io';
import { createRememberingIo } from '@/utils/verifiers/remembering-io';

const address = 'https://badges.example.org/1';

function ioOf(answer: (url: string, request: IoRequest) => Response): Io & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    now: () => new Date(0),
    async fetch(url, request = {}) {
      asked.push(String(url));
      return answer(String(url), request);
    },
  };
}

describe('remembering io', () => {
  it('asks an address once, also while it is being asked, and hands out whole copies', async () => {
    const io = ioOf(() => new Response('{}'));
    const own = createRememberingIo(io);
    const answers = await Promise.all([own.fetch(address), own.fetch(address)]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['{}', '{}']);
    expect(io.asked).toEqual([address]);
  });

  it('follows redirects, and its copies know where the answer came from', async () => {
    const moved = 'https://badges.example.org/2';
    const own = createRememberingIo(
      ioOf((_, { redirect }) => withRoute(new Response('{}'), redirect === 'follow' ? [address, moved] : [])),
    );
    await own.fetch(address);
    expect(finalUrl(await own.fetch(address), address)).toBe(moved);
  });

  it('lists the hosts that the browser does not grant, each once', async () => {
    const own = createRememberingIo(
      ioOf((url) => {
        if (url.includes('unknown')) throw new AppError('offline');
        throw new AppError('permission-needed', 'badges.example.org');
      }),
    );
    for (const url of [address, `${address}?again`, 'https://unknown.example.org/'])
      await expect(own.fetch(url)).rejects.toBeInstanceOf(AppError);
    expect([...own.missingHosts]).toEqual(['badges.example.org']);
  });

  it('knocks at no more than 60 doors', async () => {
    const io = ioOf(() => new Response('{}'));
    const own = createRememberingIo(io);
    for (let number = 0; number < 60; number += 1) await own.fetch(`${address}?${number}`);
    await expect(own.fetch(`${address}?60`)).rejects.toMatchObject({ code: 'refused-address' });
    expect(io.asked).toHaveLength(60);
  });
});
