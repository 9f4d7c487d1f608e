import { withRoute, type Io } from '@/utils/io';

export interface FakeAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Where the server sent us on to, hop by hop. */
  readonly redirectedTo?: readonly string[];
  readonly headers?: Record<string, string>;
  readonly error?: Error;
}

/**
 * An io that serves exactly what it is given, by address (`*` for any); an unknown address fails the test.
 * `asked` lists the addresses in order.
 */
export function fakeIo(
  answers: Record<string, FakeAnswer>,
  now = new Date('2026-11-22T12:00:00Z'),
): Io & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    now: () => now,
    async fetch(url) {
      asked.push(String(url));
      const answer = answers[String(url)] ?? answers['*'];
      if (!answer) throw new Error(`nobody expected a request to ${String(url)}`);
      if (answer.error) throw answer.error;
      const body = answer.bytes ?? answer.text ?? JSON.stringify(answer.json ?? {});
      const response = new Response(body, { status: answer.status ?? 200, headers: answer.headers ?? {} });
      return answer.redirectedTo ? withRoute(response, [String(url), ...answer.redirectedTo]) : response;
    },
  };
}
