import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountId, badgeId, type BadgeId, type SourceId } from '@/utils/badge';
import type { BadgeRow, MergeChoiceRow } from '@/utils/db';
import { findEntry, toEntries } from '@/utils/entries';
import { safeUrl } from '@/utils/html';
import { makeRow } from './components/make-row';

const source = (name: string) => name as SourceId;

/** A row of one account. `id` is the source's own. */
function row(from: string, id: string, more: Partial<BadgeRow> & { name?: string } = {}): BadgeRow {
  const { name, ...rest } = more;
  const [sourceName = '', handle = 'me'] = from.split('/');
  const base = makeRow({ achievement: { name: name ?? 'Azure Administrator Associate' } });
  return {
    ...base,
    id: badgeId(source(sourceName), id),
    sourceId: source(sourceName),
    accountId: accountId(source(sourceName), handle),
    issuer: { id: null, name: 'Microsoft', url: null },
    issuedOn: '2026-07-20',
    pageUrl: null,
    imageUrl: null,
    credentialId: null,
    knownAs: [],
    ...rest,
  };
}

const choice = (
  kind: 'together' | 'apart',
  one: BadgeRow,
  other: BadgeRow,
  at = '2026-11-01',
): MergeChoiceRow => ({
  key: [one.id, other.id].toSorted().join(' '),
  ids: [one.id, other.id],
  choice: kind,
  at,
});
const groupsOf = (rows: readonly BadgeRow[], choices: readonly MergeChoiceRow[] = []) =>
  toEntries(rows, choices)
    .map(({ proofs }) => proofs.map(({ id, accountId: account }) => `${account} ${id}`).toSorted())
    .toSorted();

describe('entries › the rules', () => {
  it('make one badge of the same record in two accounts', () => {
    const [entry, ...others] = toEntries([row('credly/me', '1'), row('credly/other', '1')], []);
    expect(others).toEqual([]);
    expect(entry?.proofs).toHaveLength(2);
    expect(entry?.joins).toEqual([{ rule: 'same-record', ids: ['credly:1', 'credly:1'], shared: '' }]);
  });

  it('join a copy with the record that it names, also when their days differ', () => {
    const copy = row('credly', 'x', {
      basis: 'copy',
      knownAs: ['microsoft-learn:7b47'],
      issuedOn: '2026-07-21',
    });
    const [entry] = toEntries([copy, row('microsoft-learn', '7b47')], []);
    expect(entry?.proofs.map(({ id }) => id)).toEqual(['microsoft-learn:7b47', 'credly:x']);
    expect(entry?.joins).toMatchObject([{ rule: 'known-as', shared: 'microsoft-learn:7b47' }]);
  });

  it('do not believe a file that claims the name of a different badge', () => {
    const claimed = row('file', 'f', {
      name: 'Brain Surgeon',
      issuer: { id: null, name: 'Nobody', url: null },
      knownAs: ['credly:1'],
      issuedOn: '2020-01-01',
    });
    expect(toEntries([row('credly', '1'), claimed], [])).toHaveLength(2);
  });

  it('do not let one file with two names glue two awards of one list together', () => {
    const file = row('file', 'f', { knownAs: ['credly:1', 'credly:2'], issuedOn: '2026-07-20' });
    const rows = [row('credly', '1'), row('credly', '2', { issuedOn: '2025-07-20' }), file];
    const entries = toEntries(rows, []);
    expect(entries).toHaveLength(2);
    expect(findEntry(entries, rows[0]?.id as BadgeId)).not.toBe(findEntry(entries, rows[1]?.id as BadgeId));
  });

  it('do not take a file’s word that a platform’s badge was taken back', () => {
    const file = row('file', 'f', { state: 'revoked' });
    expect(toEntries([row('credly', '1'), file], [])[0]).toMatchObject({ id: 'credly:1', state: 'public' });
    expect(toEntries([file], [])[0]?.state, 'alone it is all there is').toBe('revoked');
  });

  it('do not call a private page public because a file is there', () => {
    const hidden = row('credly', '1', { state: 'private', pageUrl: makeRow({}).pageUrl });
    const [entry] = toEntries([hidden, row('file', 'f', { state: 'public' })], []);
    expect(entry).toMatchObject({ state: 'private', pageUrl: hidden.pageUrl });
    expect(entry?.proofs).toHaveLength(2);
  });

  it.each([
    [
      'Microsoft Certified: Azure Administrator Associate',
      'Microsoft® Certified – Azure Administrator  Associate',
    ],
    ['쿠버네티스 운영 전문가', '쿠버네티스 운영 전문가'.normalize('NFD')],
    ['CloudOps (Ⅱ)', 'cloudops ii'],
  ])('join one award under two spellings: %s, %s', (one, other) => {
    const rows = [row('credly', '1', { name: one }), row('microsoft-learn', '2', { name: other })];
    expect(toEntries(rows, [])).toHaveLength(1);
  });

  it.each([
    ['another day', { issuedOn: '2026-07-21' }],
    ['another issuer', { issuer: { id: null, name: 'Northwind', url: null } }],
    ['another person', { recipientName: 'Jisoo Park' }],
    ['another achievement', { name: 'Azure Developer Associate' }],
  ])('keep apart what has %s', (_, more) => {
    expect(toEntries([row('credly', '1'), row('microsoft-learn', '2', more)], [])).toHaveLength(2);
  });

  it('cannot compare names in two scripts, nor with none, and then go by the rest', () => {
    const rows = [
      row('credly', '1', { recipientName: 'Haneul Kim' }),
      row('microsoft-learn', '2', { recipientName: '김하늘' }),
      row('accredible', '3', { recipientName: null }),
      row('canvas', '4', { recipientName: 'KIM Haneul' }),
    ];
    expect(toEntries(rows, [])).toHaveLength(1);
  });

  it('give a badge without a name to nobody when there are two people', () => {
    const rows = [
      row('credly', '1', { recipientName: 'Haneul Kim' }),
      row('microsoft-learn', '2', { recipientName: 'Jisoo Park' }),
      row('accredible', '3', { recipientName: null }),
    ];
    expect(toEntries(rows, [])).toHaveLength(3);
  });

  it('believe a source that lists two awards, and join a third with neither', () => {
    const rows = [row('credly', '1'), row('credly', '2'), row('microsoft-learn', '3')];
    expect(toEntries(rows, [])).toHaveLength(3);
    expect(toEntries([row('file', 'a'), row('file', 'b')], []), 'one badge in two files').toHaveLength(1);
  });

  it('take the best word for each thing, and never a copy’s for being taken back', () => {
    const record = row('microsoft-learn', '1', { expiresOn: null, recipientName: null });
    const copy = row('credly', '2', { basis: 'copy', state: 'revoked', expiresOn: '2027-07-20' });
    const [entry] = toEntries([copy, record], []);
    expect(entry).toMatchObject({
      id: record.id,
      state: 'public',
      expiresOn: '2027-07-20',
      recipientName: 'Haneul Kim',
    });
    expect(toEntries([{ ...record, state: 'revoked' }, copy], [])[0]?.state).toBe('revoked');
  });

  it('prefer a page of the badge alone to a whole transcript', () => {
    const record = row('microsoft-learn', '1', {
      pageUrl: safeUrl('https://learn.microsoft.com/en-us/users/haneul/transcript/abcd1234'),
    });
    const copy = row('credly', '2', { basis: 'copy', pageUrl: safeUrl('https://example.org/one') });
    expect(toEntries([record, copy], [])[0]?.pageUrl).toBe('https://example.org/one');
    expect(toEntries([record], [])[0]?.pageUrl).toBe(record.pageUrl);
  });

  it('call a badge gone only when no source lists it, and new only when none was seen', () => {
    const gone = row('credly', '1', { missingSince: '2026-11-01', isNew: 1 });
    expect(toEntries([gone, row('microsoft-learn', '2')], [])[0]).toMatchObject({
      missingSince: null,
      isNew: 0,
    });
    expect(toEntries([gone], [])[0]).toMatchObject({ missingSince: '2026-11-01', isNew: 1 });
  });
});

describe('entries › the user’s word', () => {
  const [one, other] = [row('credly', '1'), row('microsoft-learn', '2')];

  it('is stronger than every rule, and is undone by taking it back', () => {
    expect(groupsOf([one, other], [choice('apart', one, other)])).toHaveLength(2);
    const stranger = row('file', '3', { name: 'Something else', issuedOn: '2020-01-01' });
    const [joined] = toEntries([one, stranger], [choice('together', one, stranger)]);
    expect(joined?.joins).toMatchObject([{ rule: 'chosen' }]);
    expect(groupsOf([one, other], [])).toEqual(groupsOf([other, one], []));
  });

  it('keeps two apart that a third one would bring together', () => {
    const third = row('accredible', '3');
    const entries = toEntries([one, other, third], [choice('apart', one, other)]);
    expect(findEntry(entries, one.id)).not.toBe(findEntry(entries, other.id));
    expect(entries).toHaveLength(2);
  });
});

describe('entries › related awards', () => {
  it('are linked by their days and by their level, never merged', () => {
    const entries = toEntries(
      [
        row('credly', '1', { issuedOn: '2024-07-20' }),
        row('credly', '2', { issuedOn: '2025-07-20' }),
        row('credly', '3', { name: 'Azure Administrator Expert' }),
      ],
      [],
    );
    const links = (id: string) => findEntry(entries, badgeId(source('credly'), id))?.related;
    expect(links('1')).toEqual([
      { id: 'credly:2', kind: 'renewed-by' },
      { id: 'credly:3', kind: 'other-level' },
    ]);
    expect(links('2')).toContainEqual({ id: 'credly:1', kind: 'renewal-of' });
  });
});

/** Few values each, so that rows meet often. */
const rows = fc
  .uniqueArray(
    fc.record({
      from: fc.constantFrom(
        'credly/me',
        'credly/other',
        'microsoft-learn/me',
        'file/file',
        'accredible/links',
      ),
      id: fc.constantFrom('1', '2', '3', '4'),
      name: fc.constantFrom('A thing', 'A Thing®', 'Another thing'),
      issuedOn: fc.constantFrom('2026-01-01', '2026-01-02'),
      recipientName: fc.constantFrom('Haneul Kim', 'Kim Haneul', 'Jisoo Park', '김하늘', null),
      basis: fc.constantFrom('record' as const, 'copy' as const, 'page' as const),
      knownAs: fc.subarray(['credly:1', 'microsoft-learn:2', 'microsoft#9']),
      missing: fc.boolean(),
    }),
    { maxLength: 14, selector: ({ from, id }) => `${from} ${id}` },
  )
  .map((all) =>
    all.map(({ from, id, name, missing, ...more }) =>
      row(from, id, { name, ...more, missingSince: missing ? '2026-11-01' : null }),
    ),
  );
const library = rows.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    choices:
      // Two different ids at least: a filter that nothing passes would never end.
      new Set(all.map(({ id }) => id)).size < 2
        ? fc.constant<MergeChoiceRow[]>([])
        : fc.uniqueArray(
            fc
              .tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.boolean())
              .filter(([one, other]) => one.id !== other.id)
              .map(([one, other, apart]) => choice(apart ? 'apart' : 'together', one, other)),
            { maxLength: 4, selector: ({ key }) => key },
          ),
  }),
);

describe('entries › of any library', () => {
  it('do not depend on the order of rows or choices, and are the same each time', () => {
    fc.assert(
      fc.property(library, ({ all, shuffled, choices }) => {
        const entries = toEntries(all, choices);
        expect(toEntries(shuffled, choices.toReversed())).toEqual(entries);
        expect(toEntries(all, choices)).toEqual(entries);
      }),
    );
  });

  it('lose no proof, and show none twice', () => {
    fc.assert(
      fc.property(library, ({ all, choices }) => {
        const shown = toEntries(all, choices).flatMap(({ proofs }) => proofs);
        expect(new Set(shown)).toEqual(new Set(all));
        expect(shown).toHaveLength(all.length);
      }),
    );
  });

  it('keep apart what the user keeps apart, join what the user joins, and are as before once that is taken back', () => {
    fc.assert(
      fc.property(library, ({ all, choices }) => {
        const before = groupsOf(all);
        const entries = toEntries(all, choices);
        const areOne = ([one, other]: readonly BadgeId[]) =>
          findEntry(entries, one as BadgeId) === findEntry(entries, other as BadgeId);
        for (const { ids, choice: kind } of choices) if (kind === 'apart') expect(areOne(ids)).toBe(false);
        if (choices.every(({ choice: kind }) => kind === 'together'))
          for (const { ids } of choices) expect(areOne(ids)).toBe(true);
        expect(groupsOf(all)).toEqual(before);
      }),
    );
  });

  it('stay found under any of their ids', () => {
    fc.assert(
      fc.property(library, ({ all, choices }) => {
        const entries = toEntries(all, choices);
        for (const { id } of all)
          expect(findEntry(entries, id)?.proofs.some((proof) => proof.id === id)).toBe(true);
      }),
    );
  });
});
