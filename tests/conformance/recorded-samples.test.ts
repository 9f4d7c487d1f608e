import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { credly } from '@/utils/sources/credly';
import { fakeIo } from '../unit/fake-io';

/** Recorded answers, public but not ours to publish: beside the project on the machines that have them. */
const folder = '../shared/samples/credly';
const isThere = existsSync(folder);
if (!isThere) console.info(`${folder} is not here: the recorded samples are not read in this run`);

const account = credly.parseAccount('sample-earner') as Account;
const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as unknown;

describe.runIf(isThere)('recorded answers of Credly', () => {
  it.each(['user-badges.2026-07.sanitized.json', 'user-badges.2024-09.prerender.sanitized.json'])(
    'reads every badge of %s, with the printed days',
    async (file) => {
      const json = read(file) as {
        data: { id: string; issued_at_date: string; expires_at_date: string | null }[];
      };
      const page = await credly.fetchRecords(account, null, fakeIo({ '*': { json } }));
      const badges = credly.toBadges(page.records, account);
      expect(
        badges.map(({ credentialId, issuedOn, expiresOn }) => [credentialId, issuedOn, expiresOn]),
      ).toEqual(json.data.map((record) => [record.id, record.issued_at_date, record.expires_at_date]));
      // This list is at its end; what was imported into Credly is asked for next.
      expect(page).toMatchObject({
        statedTotal: json.data.length,
        nextCursor: expect.stringMatching(/^external:/),
      });
      for (const badge of badges) {
        expect(badge.issuer.name).not.toBe('');
        expect(badge.achievement.skills.length).toBeGreaterThan(0);
        expect(badge.imageUrl).toMatch(/^https:\/\/images\.credly\.com\/size\/220x220\//);
      }
    },
  );
});
