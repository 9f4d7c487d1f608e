import { describe, expect, it } from 'vitest';
import type { BadgeId } from '@/utils/badge';
import type { BadgeRow } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import {
  needsAttention,
  reportPlaces,
  type LastChecks,
  type PlaceHealth,
  type PlaceRemedy,
} from '@/utils/placements-health';
import type { PlaceKind, PlaceRow } from '@/utils/placements-kept';
import { unasked, type Verdict } from '@/utils/verification';
import { makeRow, today } from './components/make-row';

const id = 'credly:one' as BadgeId;
const row = (more: Partial<BadgeRow> = {}): BadgeRow => ({ ...makeRow(), id, credentialId: null, ...more });
const newer = (more: Partial<BadgeRow> = {}) =>
  row({ id: 'credly:two' as BadgeId, issuedOn: '2026-10-01', pageUrl: null, ...more });
const place = (more: Partial<PlaceRow> = {}): PlaceRow => ({
  id: 'place-1',
  badgeId: id,
  badgeName: 'Cloud Architect Associate',
  kind: 'readme',
  label: '',
  url: null,
  placedOn: '2026-06-01',
  stateThen: 'public',
  expiresOnThen: null,
  knownBy: 'hand',
  changedAt: '2026-06-01T00:00:00.000Z',
  ...more,
});
const checked = (verdict: Verdict, of = id, checkedAt = '2026-11-20T10:00:00.000Z') =>
  [
    of,
    {
      verification: {
        ...unasked,
        verdict,
        checks: [],
        checkedAt,
        checkedWith: null,
        badge: null,
        pageUrl: null,
      },
      lastGood: null,
    },
  ] as const;
const noChecks: LastChecks = new Map();

describe('how a badge stands where it was put', () => {
  it.each<readonly [string, readonly BadgeRow[], LastChecks, PlaceKind, PlaceHealth, PlaceRemedy]>([
    ['good', [row()], noChecks, 'readme', 'fine', null],
    ['good without an end', [row({ expiresOn: null })], noChecks, 'readme', 'fine', null],
    ['checked as good', [row()], new Map([checked('valid')]), 'readme', 'fine', null],
    ['on its last day', [row({ expiresOn: today })], noChecks, 'readme', 'expiring', 'renew'],
    ['60 days before its end', [row({ expiresOn: '2027-01-21' })], noChecks, 'post', 'expiring', 'renew'],
    ['61 days before its end', [row({ expiresOn: '2027-01-22' })], noChecks, 'post', 'fine', null],
    ['a day after its end', [row({ expiresOn: '2026-11-21' })], noChecks, 'readme', 'expired', 'remove'],
    ['over by its site', [row({ state: 'expired' })], noChecks, 'signature', 'expired', 'remove-in-studio'],
    ['over by its check', [row()], new Map([checked('expired')]), 'readme', 'expired', 'remove'],
    ['taken back', [row({ state: 'revoked' })], noChecks, 'linkedin', 'revoked', 'remove'],
    ['taken back by its check', [row()], new Map([checked('revoked')]), 'readme', 'revoked', 'remove'],
    ['made private', [row({ state: 'private' })], noChecks, 'signature', 'private', 'publish'],
    ['no longer listed', [row({ missingSince: '2026-11-01' })], noChecks, 'website', 'unlisted', 'look'],
    ['not reached', [row()], new Map([checked('unverifiable')]), 'readme', 'unchecked', 'look'],
    ['not in the library', [], noChecks, 'readme', 'gone', null],
    ['renewed', [row(), newer()], noChecks, 'readme', 'renewed', 'replace'],
    ['renewed, in mail', [row(), newer()], noChecks, 'signature', 'renewed', 'replace-in-studio'],
    [
      'over and renewed',
      [row({ expiresOn: '2026-11-01' }), newer()],
      noChecks,
      'signature',
      'expired',
      'replace-in-studio',
    ],
    [
      'over, its renewal taken back',
      [row({ expiresOn: '2026-11-01' }), newer({ state: 'revoked' })],
      noChecks,
      'readme',
      'expired',
      'remove',
    ],
  ])('%s', (_, rows, checks, kind, health, remedy) => {
    const [report] = reportPlaces([place({ kind })], toEntries(rows, []), checks, today);
    expect([report?.health, report?.remedy]).toEqual([health, remedy]);
  });

  it('believes the latest of the checks', () => {
    const later = row({ id: 'credly:other' as BadgeId, accountId: 'credly:other' as BadgeRow['accountId'] });
    const entries = toEntries(
      [row(), later],
      [{ key: `${id} ${later.id}`, ids: [id, later.id], choice: 'together', at: '' }],
    );
    expect(entries).toHaveLength(1);
    const checks = new Map([
      checked('revoked', id, '2026-11-01T00:00:00.000Z'),
      checked('valid', later.id, '2026-11-02T00:00:00.000Z'),
    ]);
    expect(reportPlaces([place()], entries, checks, today)[0]?.health).toBe('fine');
  });

  it('goes to the newest renewal that is good', () => {
    const third = newer({ id: 'credly:three' as BadgeId, issuedOn: '2026-11-10', state: 'revoked' });
    const entries = toEntries([row(), newer(), third], []);
    expect(reportPlaces([place()], entries, noChecks, today)[0]?.newer?.id).toBe('credly:two');
  });

  it('puts what needs a hand first, in the same order whatever comes first', () => {
    const rows = [row(), row({ id: 'credly:over' as BadgeId, state: 'revoked', issuedOn: '2020-01-01' })];
    const places = [
      place({ id: 'a' }),
      place({ id: 'b', badgeId: 'credly:nobody' as BadgeId }),
      place({ id: 'c', placedOn: '2026-09-01' }),
    ];
    const alone = toEntries([row()], []);
    const order = (list: readonly PlaceRow[]) =>
      reportPlaces(list, alone, noChecks, today).map((report) => report.place.id);
    expect(order(places)).toEqual(['b', 'c', 'a']);
    expect(order(places.toReversed())).toEqual(['b', 'c', 'a']);
    const reports = reportPlaces(
      [...places, place({ id: 'd', badgeId: 'credly:over' as BadgeId })],
      toEntries(rows, []),
      noChecks,
      today,
    );
    expect(reports.map((report) => report.health)[0]).toBe('revoked');
    expect(reports.filter(needsAttention).map((report) => report.place.id)).toContain('b');
  });
});
