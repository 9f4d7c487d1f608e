// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { isNote, type Verification } from '@/utils/verification';
import { verify } from '@/utils/verify';
import { credentialForms, toSealing } from '../issuer/credential-forms';
import { seal, type Sealed, type Sealing } from '../issuer/seal';
import { serveMinted } from '../issuer/serve';
import { mutateJson } from './mutate-json';
import { mutateToken } from './mutate-token';
import { judgeWithJose, judgeWithVc, type Judgement } from './oracles';
import { chooseSeed, createRandom, type Random } from './random';

/** Of each form; there are some twenty forms. */
const mutationsEach = Number(process.env['MUTATIONS'] ?? 40);
const seed = chooseSeed();

/** Ours beside theirs, of one badge. */
interface Comparison {
  readonly what: string;
  readonly kind: string;
  readonly ours: Verification;
  readonly theirs: Judgement;
}

async function compare(sealed: Sealed, sealing: Sealing): Promise<Pick<Comparison, 'ours' | 'theirs'>> {
  const io = serveMinted(sealing.documents);
  if (sealed.kind === 'token')
    return { ours: await verify(sealed.token, io), theirs: await judgeWithJose(sealed.token, sealing) };
  return {
    ours: await verify(JSON.stringify(sealed.json), io),
    theirs: await judgeWithVc(sealed.json, sealing),
  };
}

function mutate(sealed: Sealed, random: Random): { sealed: Sealed; what: string; kind: string } {
  if (sealed.kind === 'token') {
    const { result, ...rest } = mutateToken(sealed.token, random);
    return { ...rest, sealed: { kind: 'token', token: result } };
  }
  const { result, ...rest } = mutateJson(sealed.json, random);
  return { ...rest, sealed: { kind: 'json', json: result } };
}

const reasonsOf = ({ verdict, checks }: Verification) =>
  `${verdict}: ${checks
    .filter(({ id, result }) => result !== 'pass' && !isNote(id))
    .map(({ id }) => id)
    .join(', ')}`;

/** How often ours refuses what theirs takes, by change and by reason. */
function toTable(stricter: readonly Comparison[]): string {
  const counts = new Map<string, number>();
  for (const { kind, ours } of stricter) {
    const row = `${kind} → ${reasonsOf(ours)}`;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const rows = [...counts].toSorted((a, b) => b[1] - a[1]);
  return rows.map(([row, count]) => `  ${String(count).padStart(4)}  ${row}`).join('\n');
}

const all: Comparison[] = [];

describe('beside @digitalbazaar/vc and jose', () => {
  it.each(credentialForms.map((form, index) => [form.name, form, index] as const))(
    '%s: what ours calls valid, theirs verifies',
    { timeout: 60_000 },
    async (_, form, index) => {
      const random = createRandom(seed + index);
      const sealing = await toSealing(form);
      const right = await seal(sealing);
      const unchanged = await compare(right, sealing);
      expect([unchanged.ours.verdict, unchanged.theirs], reasonsOf(unchanged.ours)).toEqual([
        'valid',
        { verified: true, reason: '' },
      ]);
      const loose: string[] = [];
      for (let count = 0; count < mutationsEach; count++) {
        const { sealed, what, kind } = mutate(right, random);
        const comparison = { what, kind, ...(await compare(sealed, sealing)) };
        all.push(comparison);
        if (comparison.ours.verdict !== 'valid' || comparison.theirs.verified) continue;
        loose.push(`${what}: ${comparison.theirs.reason}\n${JSON.stringify(sealed)}`);
      }
      expect(loose, `SEED=${seed}`).toEqual([]);
    },
  );

  it('compared hundreds of changed badges, and tells where ours is stricter', () => {
    const stricter = all.filter(({ ours, theirs }) => ours.verdict !== 'valid' && theirs.verified);
    const both = all.filter(({ ours, theirs }) => ours.verdict === 'valid' && theirs.verified);
    console.info(
      `SEED=${seed}: ${all.length} changed badges; ${both.length} valid to both, ${stricter.length} to theirs alone\n${toTable(stricter)}`,
    );
    expect(all.length).toBeGreaterThanOrEqual(400);
    // Changes that mean nothing must stay valid, or the comparison shows nothing.
    expect(both.length).toBeGreaterThan(0);
  });
});
