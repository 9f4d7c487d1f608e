import * as v from 'valibot';
import { AppError } from '../errors';
import type { Io } from '../io';
import { readJson } from '../read-json';
import { textOrNull } from './record-fields';

/** Credly's own page size. Larger ones were never seen to work (facts on sources, 1.1). */
const pageSize = 48;
/** A profile of 24,000 badges; a list that goes on for longer repeats itself. */
export const maxPages = 500;
const maxBytes = 5_000_000;

/** One page of a list of Credly's, with its envelope. */
export interface ListPage {
  readonly records: readonly unknown[];
  readonly statedTotal: number | null;
  readonly pagesTotal: number;
  readonly hasNext: boolean;
}

const pageSchema = v.object({
  data: v.array(v.unknown()),
  metadata: v.fallback(
    v.object({
      total_count: v.fallback(v.nullable(v.number()), null),
      current_page: v.fallback(v.nullable(v.number()), null),
      total_pages: v.fallback(v.number(), 1),
      next_page_url: textOrNull,
    }),
    { total_count: null, current_page: null, total_pages: 1, next_page_url: null },
  ),
});

/**
 * The envelope of the page that was asked for.
 * @throws AppError `bad-response` when there is no list in it
 */
export function parseListPage(json: unknown, asked: number): ListPage {
  const page = v.safeParse(pageSchema, json);
  if (!page.success) throw new AppError('bad-response', v.summarize(page.issues).slice(0, 200));
  const { total_count, current_page, total_pages, next_page_url } = page.output.metadata;
  const current = current_page ?? asked;
  return {
    records: page.output.data,
    statedTotal: total_count,
    pagesTotal: Math.min(Math.max(total_pages, current), maxPages),
    hasNext: next_page_url !== null || current < total_pages,
  };
}

/** Asks for one page of a list. Whatever it states, an empty page is the last one. */
export async function fetchListPage(address: string, page: number, io: Io): Promise<ListPage> {
  const url = new URL(address);
  url.searchParams.set('page', String(page));
  url.searchParams.set('page_size', String(pageSize));
  // With text/html acceptable Credly answers a page for people (facts on sources, 1.1).
  const answer = await io.fetch(url, { accept: 'application/json', maxBytes, revalidate: true });
  const list = parseListPage(await readJson(answer, io.now()), page);
  return { ...list, hasNext: list.hasNext && list.records.length > 0 && page < maxPages };
}
