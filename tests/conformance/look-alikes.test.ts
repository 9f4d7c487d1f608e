import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imitated } from '@/utils/verifiers/known-issuers';
import { findImitated } from '@/utils/verifiers/look-alike';

/** Chromium's cases for what to show of a host, and Unicode's look-alike letters: beside the project where they are. */
const folder = '../shared/corpora/idn';
const isThere = existsSync(`${folder}/chromium-idn-cases.json`);
if (!isThere) console.info(`${folder} is not here: look-alike hosts are not counted in this run`);

interface Case {
  readonly ascii: string;
  readonly unicode: string;
  readonly expected: 'safe' | 'unsafe' | 'invalid';
}
const read = <T>(file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as T;
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

describe.runIf(isThere)('look-alike hosts', () => {
  it('raises no false alarm on a safe name, and knows most of the unsafe ones', () => {
    const cases = read<Case[]>('chromium-idn-cases.json');
    const safe = cases.filter(({ expected }) => expected === 'safe');
    const unsafe = cases.filter(({ expected }) => expected === 'unsafe');
    const alarms = safe.filter(({ ascii }) => findImitated(ascii) !== null);
    const seen = unsafe.filter(({ ascii }) => findImitated(ascii) !== null);
    console.info(`false alarms: ${share(alarms.length, safe.length)}`);
    // The rest imitates names of Chromium's own list of test hosts, which nobody else need know.
    console.info(`made to be misread: ${share(seen.length, unsafe.length)} are seen`);
    expect(alarms).toEqual([]);
    expect(seen.length / unsafe.length).toBeGreaterThan(0.75);
  });

  it('knows a known name with one letter of Unicode’s table in it', () => {
    const table = Object.entries(read<Record<string, string>>('unicode-confusables.json'));
    const hosts = imitated.flatMap(({ domain }) => {
      const label = domain.replace(/\..*$/, '');
      return [...label].flatMap((letter, index) =>
        table
          .filter(([, meant]) => meant.toLowerCase() === letter)
          .map(([other]) => `${label.slice(0, index)}${other}${domain.slice(index + 1)}`),
      );
    });
    const known = new Set(imitated.map(({ domain }) => domain));
    const asked = hosts
      .filter((host) => URL.canParse(`https://${host}`))
      .map((host) => new URL(`https://${host}`).hostname)
      .filter((host) => !known.has(host));
    const missed = asked.filter((host) => findImitated(host) === null);
    console.info(`recall of look-alikes: ${share(asked.length - missed.length, asked.length)}`);
    expect(asked.length).toBeGreaterThan(5000);
    expect(1 - missed.length / asked.length, missed.slice(0, 20).join(' ')).toBeGreaterThanOrEqual(0.98);
  });
});
