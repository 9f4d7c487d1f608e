import { existsSync, readFileSync } from 'node:fs';
import type { Account, Badge } from '@/utils/badge';
import { safeUrl } from '@/utils/html';
import { createIo } from '@/utils/http';
import type { Io } from '@/utils/io';
import { linksAccount } from '@/utils/sources/link-pages';
import type { BadgeSource } from '@/utils/sources/source';
import type { FakeAnswer } from '../fake-io';

/** What a source answered: one JSON document for each page of a list, or whole answers by their addresses. */
export interface Fixture {
  /** What the user pasted: an account or, for a source of single badges, a link. */
  readonly account: string;
  readonly pages?: readonly unknown[];
  readonly answers?: Readonly<Record<string, FakeAnswer>>;
}

/** What answers a request. The number counts the requests so far, from nought. */
export type Serve = (url: URL, number: number) => Promise<Response> | Response;

export const fixtureFolder = (id: string) => `tests/fixtures/sources/${id}`;

/** The recorded pages of a source; null while it has none. */
export function readFixture(source: BadgeSource): Fixture | null {
  const file = `${fixtureFolder(source.id)}/input.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Fixture) : null;
}

/** The account that a pasted text means, or the one that holds its link. */
export function accountOf(source: BadgeSource, pasted: string): Account {
  const account = source.parseAccount(pasted);
  if (account) return account;
  const url = safeUrl(pasted);
  const link = url && source.parseLink(new URL(url));
  if (!link) throw new Error(`${source.id}: does not know its own fixture's account ${pasted}`);
  return linksAccount(source.id, [link]);
}

/**
 * Serves a fixture as its hosts did, redirects included. An unknown address fails the test; with `isDamaged` it answers 404,
 * for a damaged document may name any.
 */
export function serveFixture(fixture: Fixture, { isDamaged = false } = {}): Serve {
  const routes = new Map<string, () => Response>();
  for (const [address, answer] of Object.entries(fixture.answers ?? {})) {
    const route = [address, ...(answer.redirectedTo ?? [])];
    for (const [index, hop] of route.slice(0, -1).entries())
      routes.set(
        hop,
        () => new Response(null, { status: 302, headers: { location: route[index + 1] ?? '' } }),
      );
    routes.set(route.at(-1) ?? address, () => toResponse(answer));
  }
  return (url, number) => {
    const page = fixture.pages?.[Math.min(number, fixture.pages.length - 1)];
    if (fixture.pages) return toResponse({ json: page });
    const answer = routes.get(url.href) ?? routes.get('*');
    if (!answer && isDamaged) return new Response('', { status: 404 });
    if (!answer) throw new Error(`nobody expected a request to ${url.href}`);
    return answer();
  };
}

function toResponse({ status = 200, headers = {}, text, json }: FakeAnswer): Response {
  const type = text === undefined ? 'application/json' : 'text/html; charset=utf-8';
  return new Response(text ?? JSON.stringify(json ?? {}), {
    status,
    headers: { 'content-type': type, ...headers },
  });
}

/** The real io over a world of our own. */
export function ioOver(serve: Serve, now: Date): Io {
  let number = -1;
  return createIo({
    fetch: async (url) => {
      number += 1;
      return serve(new URL(url as URL), number);
    },
    hasPermission: async () => true,
    log: () => undefined,
    now: () => now,
  });
}

/** Everything that a source has for an account, as a pull asks for it. */
export async function readAll(source: BadgeSource, account: Account, io: Io): Promise<Badge[]> {
  const badges: Badge[] = [];
  let cursor: string | null = null;
  // A damaged list may name a next page for ever; how long a source believes that is its own business.
  for (let pages = 0; pages === 0 || (cursor !== null && pages < 30); pages += 1) {
    const page = await source.fetchRecords(account, cursor, io);
    badges.push(...source.toBadges(page.records, account));
    cursor = page.nextCursor;
  }
  return badges;
}
