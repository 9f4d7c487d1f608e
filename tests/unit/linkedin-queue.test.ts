import { describe, expect, it } from 'vitest';
import type { BadgeRow, PlacementRow } from '@/utils/db';
import { toEntries } from '@/utils/entries';
import {
  findCandidates,
  inLibrary,
  ofSkipped,
  startQueue,
  withoutStep,
  withStep,
} from '@/utils/linkedin-queue';
import type { PlaceRow } from '@/utils/placements-kept';
import { makeRow, today } from './components/make-row';

function row(name: string, issuedOn: string, more: Partial<BadgeRow> = {}): BadgeRow {
  const id = `credly:${name}` as BadgeRow['id'];
  return {
    ...makeRow(),
    id,
    pageUrl: null,
    credentialId: null,
    expiresOn: null,
    achievement: { ...makeRow().achievement, name },
    issuedOn,
    ...more,
  };
}

const rows = [
  row('newest', '2026-02-01'),
  row('oldest', '2019-07-01'),
  row('over', '2020-01-01', { expiresOn: '2022-01-01' }),
  row('said to be over', '2021-01-01', { state: 'expired' }),
  row('taken back', '2021-02-01', { state: 'revoked' }),
  row('waiting', '2021-03-01', { state: 'pending' }),
  row('private', '2021-04-01', { state: 'private' }),
  row('exported', '2021-05-01'),
  row('told', '2021-06-01'),
  row('in a signature', '2021-07-01'),
];
const entries = toEntries(rows, []);
const place = (name: string, kind: PlaceRow['kind']) =>
  ({ badgeId: `credly:${name}`, kind }) as unknown as PlaceRow;
const line = {
  id: 'one',
  name: 'exported',
  issuerName: rows[0]?.issuer.name,
  url: null,
  startedOn: '2021-05',
  credentialId: null,
} as PlacementRow;
const names = (some: readonly { achievement: { name: string } }[]) =>
  some.map(({ achievement }) => achievement.name);

describe('findCandidates', () => {
  const found = findCandidates(
    entries,
    [line],
    [place('told', 'linkedin'), place('in a signature', 'signature')],
    today,
  );

  it('offers what is not on the profile, the oldest first', () =>
    expect(names(found.good)).toEqual(['oldest', 'private', 'in a signature', 'newest']));

  it('keeps expired ones apart, and neither a revoked nor a waiting one', () =>
    expect(names(found.expired)).toEqual(['over', 'said to be over']));

  it('counts what is there by the export and by the user', () => expect(found.onProfile).toBe(2));

  it('knows a badge by each of its proofs', () => {
    const [first] = entries;
    const other = row('elsewhere', '2019-07-01');
    const merged = { ...first, proofs: [...(first?.proofs ?? []), other] } as (typeof entries)[number];
    expect(findCandidates([merged], [], [place('elsewhere', 'linkedin')], today).good).toEqual([]);
  });
});

describe('a queue', () => {
  const some = entries.filter(({ achievement }) =>
    ['newest', 'oldest', 'private'].includes(achievement.name),
  );
  const queue = startQueue(some);

  it('begins with the oldest, whatever the order they came in', () => {
    expect(queue.badges).toEqual(['credly:oldest', 'credly:private', 'credly:newest']);
    expect(startQueue(some.toReversed())).toEqual(queue);
  });

  it('notes each step and goes no further than its end', () => {
    const done = withStep(withStep(withStep(queue, 'added', 'p1'), 'skipped', null), 'added', null);
    expect(done.at).toBe(3);
    expect(done.steps.map(({ outcome }) => outcome)).toEqual(['added', 'skipped', 'added']);
    expect(withStep(done, 'added', 'p2')).toBe(done);
    expect(ofSkipped(done)).toEqual({ badges: ['credly:private'], at: 0, steps: [] });
  });

  it('goes back step by step and says which note goes with it', () => {
    const two = withStep(withStep(queue, 'added', 'p1'), 'skipped', null);
    const once = withoutStep(two);
    expect(once?.step.placeId).toBeNull();
    const twice = once && withoutStep(once.queue);
    expect(twice?.step).toEqual({ badgeId: 'credly:oldest', outcome: 'added', placeId: 'p1' });
    expect(twice?.queue).toEqual(queue);
    expect(withoutStep(queue)).toBeNull();
    expect(ofSkipped(queue)).toBeNull();
  });

  it('goes on without badges that left the library', () => {
    const one = withStep(queue, 'added', 'p1');
    const known = (...left: string[]) => some.filter(({ achievement }) => !left.includes(achievement.name));
    expect(inLibrary(one, known())).toBe(one);
    expect(inLibrary(one, known('oldest'))).toEqual({
      badges: ['credly:private', 'credly:newest'],
      at: 0,
      steps: [],
    });
    expect(inLibrary(one, known('private')).badges[inLibrary(one, known('private')).at]).toBe(
      'credly:newest',
    );
    expect(inLibrary(one, [])).toEqual({ badges: [], at: 0, steps: [] });
  });
});
