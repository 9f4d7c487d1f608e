import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { credly } from '@/utils/sources/credly';
import { fetchProfile } from '@/utils/sources/credly-profile';
import { fakeIo } from '../fake-io';

const folder = '../shared/samples/credly';
const account = credly.parseAccount('sample-earner') as Account;
const lists = globSync(`${folder}/user-badges.*.sanitized.json`);
const profile = `${folder}/user-profile.2024-09.prerender.sanitized.json`;

describe.skipIf(lists.length === 0)('credly › recorded lists (skipped without ../shared/samples)', () => {
  it.each(lists)('%s is read whole', async (file) => {
    const json = JSON.parse(readFileSync(file, 'utf8')) as {
      data: { id: string; issued_at_date: string; expires_at_date: string | null }[];
      metadata: { total_count: number };
    };
    const page = await credly.fetchRecords(account, null, fakeIo({ '*': { json } }));
    expect(page.statedTotal).toBe(json.metadata.total_count);
    const badges = credly.toBadges(page.records, account);
    expect(
      badges.map(({ credentialId, issuedOn, expiresOn }) => [credentialId, issuedOn, expiresOn]),
    ).toEqual(
      json.data.map(({ id, issued_at_date, expires_at_date }) => [id, issued_at_date, expires_at_date]),
    );
    for (const { issuer, knownAs, credentialId } of badges) {
      expect(issuer.name).not.toBe('');
      expect(knownAs).toEqual([`credly:${credentialId}`]);
    }
  });
});

describe.skipIf(!existsSync(profile))('credly › recorded profile (skipped without ../shared/samples)', () => {
  it('names the UUID, and says that it is public', async () => {
    const json: unknown = JSON.parse(readFileSync(profile, 'utf8'));
    expect(await fetchProfile(account, fakeIo({ '*': { json } }))).toEqual({
      isHidden: false,
      uuid: '00000000-0000-4000-8000-000000000001',
    });
  });
});
