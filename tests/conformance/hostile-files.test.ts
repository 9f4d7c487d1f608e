import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verify } from '@/utils/verify';
import { checkStatusEntries } from '@/utils/verifiers/status';
import { chunk, internationalChunk, join, makePng } from '../unit/open-badges/make-png';
import { refusingIo } from '../unit/refusing-io';
import { makeEntry, makeList, listUrl, statusWorld } from '../unit/verifiers/make-status';

/** Files made to break whoever reads them: not ours to publish, beside the project on the machines that have them. */
const folder = '../shared/corpora';
const isThere = existsSync(`${folder}/INDEX.json`);
if (!isThere) console.info(`${folder} is not here: the hostile files are not run`);

const filesOf = (...places: readonly string[]) =>
  isThere ? places.flatMap((place) => globSync(`${folder}/${place}/**/*`, { withFileTypes: true })) : [];
const namesOf = (...places: readonly string[]) =>
  filesOf(...places)
    .filter((file) => file.isFile())
    .map((file) => `${file.parentPath}/${file.name}`)
    .toSorted();
const bytesOf = (name: string) => new Uint8Array(readFileSync(name));
const jsonOf = (name: string): unknown =>
  isThere ? JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) : [];

/** What every hostile target must come to: a word, reasons, and nobody asked. */
async function expectNoBadge(target: string | Uint8Array): Promise<void> {
  const io = refusingIo();
  const { verdict, checks } = await verify(target, io);
  expect(['invalid', 'unverifiable', 'tampered']).toContain(verdict);
  expect(checks.some(({ result }) => result !== 'pass')).toBe(true);
  expect(io.asked).toEqual([]);
}

describe.runIf(isThere)('hostile files', () => {
  it.each(namesOf('png', 'svg', 'zlib', 'gzip', 'json', 'html'))('%s comes to a verdict', async (name) => {
    await expectNoBadge(bytesOf(name));
  });

  it.each(namesOf('zlib'))('%s comes to a verdict inside of a PNG', async (name) => {
    const packed = bytesOf(name);
    await expectNoBadge(makePng([chunk('zTXt', join(['openbadges', [0, 0], packed]))]));
    await expectNoBadge(makePng([chunk('iTXt', join(['openbadgecredential', [0, 1, 0, 0, 0], packed]))]));
  });

  it.each(namesOf('gzip'))('%s makes no status list that decides', async (name) => {
    const encodedList = `u${Buffer.from(bytesOf(name)).toString('base64url')}`;
    const world = statusWorld({ [listUrl]: { json: makeList({ encodedList }) } });
    // An index that no list of this size has: only the unpacking is on trial.
    const checks = await checkStatusEntries(makeEntry({ statusListIndex: '999999999999' }), world);
    expect(checks).toMatchObject([{ id: 'not-revoked', result: 'unknown' }]);
  });

  it.each(namesOf('json'))('%s comes to a verdict inside of a PNG and of a JWS', async (name) => {
    const json = bytesOf(name);
    await expectNoBadge(makePng([internationalChunk('openbadges', json)]));
    const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
    const header = base64url('{"alg":"EdDSA"}');
    await expectNoBadge(`${header}.${base64url(json)}.${base64url('signature')}`);
    await expectNoBadge(`${base64url(json)}.${header}.${base64url('signature')}`);
  });
});

/** Addresses: the verifier may ask for them, but over https only; what is private `http.ts` refuses. */
async function expectCarefulAsking(target: string): Promise<void> {
  const io = refusingIo();
  const { verdict } = await verify(target, io);
  expect(verdict, target).not.toBe('valid');
  for (const address of io.asked) expect(new URL(address).protocol, target).toBe('https:');
}

describe.runIf(isThere)('hostile text', () => {
  it('comes to a verdict for every string of the naughty list', async () => {
    for (const text of jsonOf('strings/blns.json') as string[]) await expectCarefulAsking(text);
  });

  it('comes to a verdict for every address of the URL tests', async () => {
    const cases = (jsonOf('url/urltestdata.json') as ({ input: string } | string)[]).flatMap((item) =>
      typeof item === 'string' ? [] : [item.input],
    );
    for (const input of cases) await expectCarefulAsking(input);
    expect(cases.length).toBeGreaterThan(100);
  });

  it('comes to a verdict for every address that servers were attacked with', async () => {
    const readme = readFileSync(`${folder}/url/patt-ssrf-README.md`, 'utf8');
    const addresses = readme.match(/https?:\/\/[^\s`"')]+/g) ?? [];
    for (const address of addresses) await expectCarefulAsking(address);
    expect(addresses.length).toBeGreaterThan(50);
  });

  it('comes to a verdict for every deceptive name of a host', async () => {
    const cases = jsonOf('idn/chromium-idn-cases.json') as { ascii: string; unicode: string }[];
    for (const { ascii, unicode } of cases) {
      await expectCarefulAsking(`https://${ascii}/badge`);
      await expectCarefulAsking(`https://${unicode}/badge`);
    }
    expect(cases.length).toBeGreaterThan(100);
  });
});
