import { describe, expect, it } from 'vitest';
import type { BadgeRow, PlacementRow } from '@/utils/db';
import { toEntries, type Entry } from '@/utils/entries';
import type { WebUrl } from '@/utils/html';
import { matchPlacements, sumUpPlacements } from '@/utils/placements';
import { makeRow, today } from './components/make-row';

const uuid = (digit: number) => `${String(digit).repeat(8)}-2222-4333-8444-555555555555`;
const page = (digit: number) => `https://www.credly.com/badges/${uuid(digit)}` as WebUrl;

function row(digit: number, more: Partial<BadgeRow> = {}): BadgeRow {
  return {
    ...makeRow(),
    id: `credly:${uuid(digit)}` as BadgeRow['id'],
    pageUrl: page(digit),
    ...named(`Badge ${digit}`, 'Northwind Cloud Academy'),
    issuedOn: '2025-03-14',
    credentialId: null,
    ...more,
  };
}

function placement(more: Partial<PlacementRow> = {}): PlacementRow {
  return {
    id: `line ${JSON.stringify(more)}`,
    place: 'linkedin-profile',
    name: 'Something else',
    issuerName: 'Somebody else',
    url: null,
    startedOn: null,
    finishedOn: null,
    credentialId: null,
    readAt: '2026-11-20T10:00:00.000Z',
    ...more,
  };
}

const entries = (...rows: BadgeRow[]): Entry[] => toEntries(rows, []);
const named = (name: string, issuer: string) => ({
  achievement: { ...makeRow().achievement, name },
  issuer: { ...makeRow().issuer, name: issuer },
});

describe('lines of LinkedIn’s export and badges', () => {
  const number = row(2, {
    credentialId: 'NW-1234567',
    ...named('Cloud Architect', 'Northwind Cloud Academy'),
  });
  const award = row(3, named('Data Steward (Level 2)', 'Harbour University'));

  it.each<readonly [string, Partial<PlacementRow>, BadgeRow, string | null]>([
    ['the page itself', { url: page(1) }, row(1), 'address'],
    ['LinkedIn’s own form of the page', { url: `${page(1)}/linked_in_profile` as WebUrl }, row(1), 'address'],
    [
      'the page under Credly’s former name',
      { url: `https://www.youracclaim.com/badges/${uuid(1)}` as WebUrl },
      row(1),
      'address',
    ],
    [
      'an address that the record names',
      { url: 'https://badges.example.org/a/1/' as WebUrl },
      row(1, { knownAs: ['badges.example.org/a/1'] }),
      'address',
    ],
    ['another page', { url: page(9) }, row(1), null],
    [
      'the number, and the same issuer',
      { credentialId: 'nw-1234567', issuerName: 'Northwind' },
      number,
      'number',
    ],
    [
      'the number of another issuer',
      { credentialId: 'NW-1234567', issuerName: 'Harbour University' },
      number,
      null,
    ],
    [
      'a long number, whoever the issuer is called',
      { credentialId: uuid(2), issuerName: 'NCA' },
      number,
      'number',
    ],
    [
      'a number that many have',
      { credentialId: '1234', issuerName: 'Northwind' },
      row(2, { credentialId: '1234' }),
      null,
    ],
    [
      'name, issuer and month',
      { name: 'data steward: level 2', issuerName: 'Harbour University (HU)', startedOn: '2025-03' },
      award,
      'award',
    ],
    [
      'the name in another month',
      { name: 'Data Steward (Level 2)', issuerName: 'Harbour University', startedOn: '2025-04' },
      award,
      null,
    ],
    [
      'the name of another issuer',
      { name: 'Data Steward (Level 2)', issuerName: 'Northwind', startedOn: '2025-03' },
      award,
      null,
    ],
    [
      'the name without a month',
      { name: 'Data Steward (Level 2)', issuerName: 'Harbour University' },
      award,
      null,
    ],
  ])('are told by %s', (_, line, badge, rule) => {
    const { placed, unknown } = matchPlacements(entries(badge), [placement(line)]);
    expect(placed.get(badge.id)?.rule ?? null).toBe(rule);
    expect(unknown).toHaveLength(rule ? 0 : 1);
  });

  it('gives a line to the badge that it names by address, even if another has the same name and month', () => {
    const twins = [row(4, named('Cloud', 'Northwind')), row(5, named('Cloud', 'Northwind'))];
    const lines = [
      placement({ id: 'by name', name: 'Cloud', issuerName: 'Northwind', startedOn: '2025-03' }),
      placement({
        id: 'by address',
        url: page(4),
        name: 'Cloud',
        issuerName: 'Northwind',
        startedOn: '2025-03',
      }),
    ];
    const { placed, unknown } = matchPlacements(entries(...twins), lines);
    expect([...placed.values()].map(({ placement: { id } }) => id).toSorted()).toEqual([
      'by address',
      'by name',
    ]);
    expect(
      placed.get(entries(...twins).find(({ pageUrl }) => pageUrl === page(4))?.id ?? row(4).id)?.placement.id,
    ).toBe('by address');
    expect(unknown).toEqual([]);
  });

  it('counts what is there, what could be, what has run out, and what is not here', () => {
    const rows = [
      row(1),
      row(2),
      row(3, { expiresOn: '2026-01-01' }),
      row(4, { state: 'private' }),
      row(5, { expiresOn: '2026-01-01' }),
    ];
    const lines = [
      placement({ url: page(1) }),
      placement({ url: page(3) }),
      placement({ id: 'x', name: 'Old' }),
    ];
    const summary = sumUpPlacements(entries(...rows), lines, today);
    const ids = (list: readonly Entry[] = []) => list.map(({ pageUrl }) => pageUrl).toSorted();
    expect(ids(summary?.on)).toEqual([page(1), page(3)]);
    expect(ids(summary?.missing)).toEqual([page(2)]);
    expect(ids(summary?.expired)).toEqual([page(3)]);
    expect(summary?.unknown.map(({ name }) => name)).toEqual(['Old']);
    expect(sumUpPlacements(entries(...rows), [], today)).toBeNull();
  });
});
