import type { Io, IoRequest } from '@/utils/io';

export interface Asked {
  readonly url: string;
  readonly body: URLSearchParams;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An io whose answers are made of what was asked; everything that left is kept. */
export function answeringIo(
  answer: (asked: Asked, number: number) => Response | Promise<Response>,
  now = new Date('2026-11-22T12:00:00Z'),
): Io & { asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    now: () => now,
    async fetch(url, request: IoRequest = {}) {
      const text = request.body ?? '';
      const one = {
        url: String(url),
        text,
        body: new URLSearchParams(text),
        headers: request.headers ?? {},
      };
      asked.push(one);
      return answer(one, asked.length - 1);
    },
  };
}

export function jsonAnswer(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers });
}
