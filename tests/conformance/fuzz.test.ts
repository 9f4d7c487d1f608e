// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { check, checkIds, verdict } from '@/utils/verification';
import { verify, type VerifyTarget } from '@/utils/verify';
import { createForms } from '../issuer/mint';
import { profileOf, type Documents } from '../issuer/minted';
import { serveMinted } from '../issuer/serve';
import { damage } from './damage';
import { chooseSeed, createRandom } from './random';
import { standardObject } from './standard-words';

const seed = chooseSeed();
const runs = Number(process.env['FUZZ_RUNS'] ?? 150);
const forms = await createForms();
const verdicts = new Set([verdict([]), 'valid', ...checkIds.map((id) => verdict([check(id, 'fail')]))]);
/** A fault of ours, as `verify` tells it. */
const isOurs = /^unexpected:|(?:Type|Range|Syntax|Reference)Error|is not a function|\(reading/;
const timeout = 120_000;

/** Whatever it is given: a report that can be kept, no fault of ours in it, and nobody asked but over https. */
async function expectReport(target: VerifyTarget, documents: Documents = {}): Promise<void> {
  const asked: string[] = [];
  const served = serveMinted(documents);
  const io = {
    now: served.now,
    fetch: (...request: Parameters<typeof served.fetch>) => {
      asked.push(String(request[0]));
      return served.fetch(...request);
    },
  };
  const options = { recipient: profileOf('haru@mail.example'), mayAskRegistries: true };
  const result = await verify(target, io, options);
  expect(verdicts).toContain(result.verdict);
  expect(result.checks.length).toBeGreaterThan(0);
  expect(result.checks.filter(({ detail }) => isOurs.test(detail))).toEqual([]);
  expect(asked.filter((url) => !url.startsWith('https://'))).toEqual([]);
  // It must come through messages and into the database.
  expect(structuredClone(result)).toEqual(result);
}

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
const signature = fc.constantFrom('', 'AAAA', 'A'.repeat(86));
const at = (index: number) => `https://badges.northwind.example/${index + 1}`;

describe(`anything at all, SEED=${seed}`, () => {
  const outside = vi.fn();
  beforeAll(() => void vi.stubGlobal('fetch', outside));
  afterAll(() => {
    vi.unstubAllGlobals();
    expect(outside, 'somebody went around the io').not.toHaveBeenCalled();
  });
  const assert = <T>(arbitrary: fc.Arbitrary<T>, judge: (value: T) => Promise<void>) =>
    fc.assert(fc.asyncProperty(arbitrary, judge), { seed, numRuns: runs });

  it('bytes', { timeout }, () => assert(fc.uint8Array({ maxLength: 400 }), (bytes) => expectReport(bytes)));

  it('text', { timeout }, () => assert(fc.string({ unit: 'binary' }), (text) => expectReport(text)));

  it('JSON in words of the standards', { timeout }, () =>
    assert(standardObject, (json) => expectReport(JSON.stringify(json))),
  );

  it('tokens in words of the standards', { timeout }, () =>
    assert(fc.tuple(standardObject, standardObject, signature), ([header, payload, end]) =>
      expectReport(`${part({ alg: 'ES256', ...header })}.${part(payload)}.${end}`),
    ),
  );

  it('answers in words of the standards', { timeout }, () =>
    assert(fc.array(standardObject, { minLength: 1, maxLength: 4 }), (answers) => {
      const entries = answers.map((json, index) => [at(index), { body: JSON.stringify(json) }] as const);
      return expectReport(new URL(at(0)), Object.fromEntries(entries));
    }),
  );

  it('badges of every form, damaged', { timeout }, async () => {
    const random = createRandom(seed);
    for (let run = 0; run < runs * 2; run += 1) {
      const form = random.pick(forms);
      const { target, documents } = damage(await form.mint(random.pick(form.faults)), random);
      await expectReport(target, documents).catch((cause: unknown) => {
        throw new Error(`SEED=${seed}, ${form.name}: ${String(target).slice(0, 3000)}`, { cause });
      });
    }
  });
});
