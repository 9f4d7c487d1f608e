import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';

/** Public verification vectors: not ours to publish, beside the project on the machines that have them. */
const folder = '../shared/vectors';
const isThere = existsSync(`${folder}/INDEX.json`);
if (!isThere) console.info(`${folder} is not here: the public vectors are not run`);

interface Served {
  readonly url: string;
  readonly body: string;
  readonly status: number;
  readonly content_type: string;
}
interface Vector {
  readonly id: string;
  readonly format: string;
  readonly input: string;
  readonly input_url?: string;
  readonly accept: readonly string[];
  readonly needs_network?: readonly Served[];
}
interface Index {
  readonly evaluated_at: string;
  readonly cases: readonly Vector[];
}
const index: Index = isThere
  ? (JSON.parse(readFileSync(`${folder}/INDEX.json`, 'utf8')) as Index)
  : { evaluated_at: '2026-01-01', cases: [] };
/** What the first verifier covers: addresses, origins and dates. The shape of recipients and pictures is not yet judged. */
const notYet = /identity|image|expires-before-issue|issued-in-future/;
const vectors = index.cases.filter(
  ({ id, format, input, input_url }) =>
    format === 'ob2.0-hosted-json' && input === 'url' && input_url && !notYet.test(id),
);

describe.runIf(isThere)('public vectors, hosted Open Badges 2.0', () => {
  it.each(vectors)('$id gives one of $accept', async ({ input_url = '', needs_network = [], accept }) => {
    const io = {
      now: () => new Date(index.evaluated_at),
      async fetch(url: string | URL) {
        const served = needs_network.find((candidate) => candidate.url === String(url));
        if (!served) throw new TypeError(`not served: ${String(url)}`);
        const headers = { 'content-type': served.content_type };
        return new Response(readFileSync(`${folder}/${served.body}`), { status: served.status, headers });
      },
    };
    const result = await verify(input_url, io);
    const doubts = result.checks
      .filter((check) => check.result !== 'pass')
      .map((check) => `${check.id}: ${check.detail}`);
    expect(accept, doubts.join('\n')).toContain(result.verdict);
  });
});
