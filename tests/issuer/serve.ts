import { AppError } from '@/utils/errors';
import type { Io } from '@/utils/io';
import { now, type Documents } from './minted.ts';

/** An io in which only these documents exist. `refused` lists what else was asked for. */
export function serveMinted(documents: Documents, at = now): Io & { readonly refused: string[] } {
  const refused: string[] = [];
  return {
    refused,
    now: () => at,
    fetch: async (url) => {
      const answer = documents[String(url)] ?? documents['*'];
      if (!answer) refused.push(String(url));
      if (!answer || answer.unreachable) throw new AppError('offline', 'nobody answers');
      const { status = 200, body = '', contentType = 'text/plain' } = answer;
      return new Response(body, { status, headers: { 'content-type': contentType } });
    },
  };
}
