import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '@/utils/html';
import { toEntries } from '@/utils/entries';
import { findReminders, reminderDays, untold, withTold } from '@/utils/reminders';
import { makeRow } from './components/make-row';

const today = '2026-11-22';
const entriesOf = (...rows: Parameters<typeof makeRow>[0][]) =>
  toEntries(
    rows.map((row) => makeRow(row)),
    [],
  );
const expiring = (expiresOn: string | null, more: object = {}) =>
  findReminders(entriesOf({ expiresOn, ...more }), today);

describe('findReminders', () => {
  it.each([
    ['2027-01-22', null],
    ['2027-01-21', 60],
    ['2026-12-23', 60],
    ['2026-12-22', 30],
    ['2026-11-30', 30],
    ['2026-11-29', 7],
    ['2026-11-22', 7],
    ['2026-11-21', null],
    [null, null],
  ])('of one that expires on %s is at the step %s', (day, step) => {
    expect(expiring(day)[0]?.step ?? null).toBe(step);
  });

  it('counts whole days, over the change of a clock as well', () => {
    expect(findReminders(entriesOf({ expiresOn: '2026-04-01' }), '2026-03-27')[0]?.daysLeft).toBe(5);
    expect(expiring(today)[0]?.daysLeft).toBe(0);
  });

  it.each(['revoked', 'expired'] as const)('leaves out what is %s', (state) => {
    expect(expiring('2026-12-01', { state })).toEqual([]);
  });

  it('leaves out what a newer award has renewed, unless that was taken back', () => {
    const older = { expiresOn: '2026-12-01', issuedOn: '2024-12-01' };
    const newer = { id: 'credly:newer', expiresOn: '2028-12-01', issuedOn: '2026-10-01' } as const;
    const named = (fields: object) => fields as Parameters<typeof makeRow>[0];
    expect(findReminders(entriesOf(named(older), named(newer)), today)).toEqual([]);
    const revoked = entriesOf(named(older), named({ ...newer, state: 'revoked' }));
    expect(findReminders(revoked, today)).toHaveLength(1);
  });

  it('names the page where it can be renewed from today on', () => {
    const pageUrl = safeUrl('https://learn.example/renew');
    expect(expiring('2026-12-01', { renewableFrom: '2026-06-01', pageUrl })[0]?.renewUrl).toBe(pageUrl);
    expect(expiring('2026-12-01', { renewableFrom: '2026-11-23', pageUrl })[0]?.renewUrl).toBeNull();
    expect(expiring('2026-12-01', { renewableFrom: null, pageUrl })[0]?.renewUrl).toBeNull();
  });
});

describe('what was told', () => {
  it('is told once at each step, and again when the last day changes', () => {
    const day = (offset: number) =>
      new Date(Date.parse('2026-09-01') + offset * 86_400_000).toISOString().slice(0, 10);
    const expiresOn = day(90);
    let told = {};
    const steps: number[] = [];
    for (let at = 0; at <= 95; at += 1) {
      const due = untold(findReminders(entriesOf({ expiresOn }), day(at)), told);
      steps.push(...due.map(({ step }) => step));
      told = withTold(told, due, day(at));
    }
    expect(steps).toEqual([...reminderDays]);
    expect(withTold(told, [], day(95))).toEqual({});
    const moved = findReminders(entriesOf({ expiresOn: day(120) }), day(89));
    expect(
      untold(moved, withTold({}, findReminders(entriesOf({ expiresOn }), day(89)), day(89))),
    ).toHaveLength(1);
  });

  it('is never told twice, whatever the days on which somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 20 }), (days) => {
        let told = {};
        const seen: number[] = [];
        for (const left of days.toSorted((a, b) => b - a)) {
          const at = new Date(Date.parse('2027-03-01') - left * 86_400_000).toISOString().slice(0, 10);
          const due = untold(findReminders(entriesOf({ expiresOn: '2027-03-01' }), at), told);
          seen.push(...due.map(({ step }) => step));
          told = withTold(told, due, at);
        }
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 50 },
    );
  });
});
