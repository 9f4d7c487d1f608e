import { describe, expect, it } from 'vitest';
import type { AccountId, SourceId } from '@/utils/badge';
import type { AccountRow } from '@/utils/db';
import { toKnowledge } from '@/utils/doctor/knowledge';
import type { WebUrl } from '@/utils/html';
import { makeRow } from '../components/make-row';

const now = new Date('2026-11-20T10:00:00Z');
const learn = 'microsoft-learn' as SourceId;

function makeAccount(account: Partial<AccountRow> = {}): AccountRow {
  return {
    id: 'credly:haneul-kim' as AccountId,
    sourceId: 'credly' as SourceId,
    handle: 'haneul-kim',
    url: 'https://www.credly.com/users/haneul-kim' as WebUrl,
    label: null,
    summary: null,
    exams: [],
    addedAt: '2026-11-01T00:00:00.000Z',
    syncedAt: '2026-11-17T09:00:00.000Z',
    statedTotal: 61,
    foundTotal: 48,
    progress: null,
    error: null,
    errorAt: null,
    ...account,
  };
}

describe('what the doctor knows', () => {
  it('knows of an account its numbers, its age in whole days and its error', () => {
    const accounts = [makeAccount({ error: { code: 'not-found', detail: '' } })];
    expect(toKnowledge({ rows: [], accounts, claims: [] }, now).accounts).toEqual([
      {
        sourceId: 'credly',
        handle: 'haneul-kim',
        stated: 61,
        found: 48,
        age: 3,
        error: 'not-found',
        isPulling: false,
        isTranscript: false,
      },
    ]);
  });

  it('leaves out samples, files and single links, of which nobody is asked', () => {
    const accounts = ['sample', 'file'].map((id) => makeAccount({ sourceId: id as SourceId }));
    const links = makeAccount({ handle: 'links' });
    expect(toKnowledge({ rows: [], accounts: [...accounts, links], claims: [] }, now).accounts).toEqual([]);
  });

  it('counts states, and takes what ran out yesterday for expired', () => {
    const rows = [
      makeRow({ state: 'pending' }),
      makeRow({ state: 'private' }),
      makeRow({ state: 'retired' }),
      makeRow({ expiresOn: '2026-11-18' }),
      makeRow({}, { missingSince: '2026-11-10T00:00:00.000Z' }),
    ];
    const known = toKnowledge({ rows, accounts: [], claims: [] }, now);
    expect(known).toMatchObject({ badges: 5, private: 1, retired: 1, expired: 1, gone: 1 });
    expect(known.pending).toHaveLength(1);
  });

  it('finds exams around whose day no certification was earned', () => {
    const id = 'microsoft-learn:share' as AccountId;
    const account = makeAccount({
      id,
      sourceId: learn,
      exams: [
        { title: 'Administering', number: 'NW-104', takenOn: '2024-05-01' },
        { title: 'Designing', number: 'NW-305', takenOn: '2025-02-10' },
      ],
    });
    const rows = [{ ...makeRow({ issuedOn: '2025-02-11' }), sourceId: learn, accountId: id }];
    const known = toKnowledge({ rows, accounts: [account], claims: [] }, now);
    expect(known.loneExams.map(({ number }) => number)).toEqual(['NW-104']);
    expect(known.accounts[0]?.isTranscript).toBe(true);
  });
});
