// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { safeUrl, type WebUrl } from '@/utils/html';
import { fetchApiRecords } from '@/utils/sources/api-assertions';
import { badgeConnect } from '@/utils/sources/badge-connect';
import { badgeSources } from '@/utils/sources/index';
import { openBadgesApi } from '@/utils/sources/open-badges-api';
import type { BadgeSource } from '@/utils/sources/source';
import { verify } from '@/utils/verify';
import { createForms } from '../../issuer/mint';
import { serveMinted } from '../../issuer/serve';
import { accountOf, ioOver, readFixture, serveFixture } from './source-fixture';

const forms = await createForms();
const formOf = (name: string) => {
  const form = forms.find((candidate) => candidate.name === name);
  if (!form) throw new Error(`no form ${name}`);
  return form;
};
const wallet = accountOf(openBadgesApi, openBadgesApi.examples[0] ?? '');
const backpack = accountOf(badgeConnect, badgeConnect.examples[0] ?? '');
const bytes = (text: string) => new TextEncoder().encode(text);

describe('originals › Open Badges 3.0 API', () => {
  it.each([
    ['eddsa-rdfc-2022, EdDSA, data model 2.0, did:web, badge', 'right', 'valid'],
    ['ecdsa-rdfc-2019, ES256, data model 1.1, did:web, badge', 'right', 'valid'],
    ['eddsa-jcs-2022, EdDSA, data model 2.0, did:key, badge', 'other words', 'tampered'],
    ['JWT, RS256, vc claim, data model 2.0, did:web, badge', 'right', 'valid'],
    ['JWT, EdDSA, plain, data model 2.0, did:web, badge', 'other words', 'tampered'],
  ])('what is kept of %s (%s) is checked as it came: %s', async (name, fault, verdict) => {
    const minted = await formOf(name).mint(fault);
    const text = String(minted.target);
    // A list is one JSON document: spaces and escapes of an embedded credential are gone when it was parsed.
    const record: unknown = text.startsWith('{')
      ? JSON.parse(JSON.stringify(JSON.parse(text), null, 2))
      : text;
    const [original] = openBadgesApi.originals?.([record], wallet) ?? [];
    const [badge] = openBadgesApi.toBadges([record], wallet);
    expect(original).toMatchObject({ id: badge?.id, name: badge?.achievement.name });
    if (typeof record === 'string') expect(original?.text).toBe(text);
    const result = await verify(bytes(original?.text ?? ''), serveMinted(minted.documents));
    expect(result.verdict, JSON.stringify(result.checks)).toBe(verdict);
  });

  it('keeps nothing of a credential without a proof, and nothing of what is no badge', () => {
    const [embedded] = recordsOf('credential');
    expect(openBadgesApi.toBadges([embedded], wallet)).toHaveLength(1);
    expect(openBadgesApi.originals?.([embedded, 'no token', { proof: {} }, null, 7], wallet)).toEqual([]);
  });
});

describe('originals › Badge Connect', () => {
  const apiBase = safeUrl('https://api.badges.example.org/v2p1') as WebUrl;

  it.each([
    ['right', 'valid'],
    ['other words', 'tampered'],
    ['revoked', 'revoked'],
  ])('of a signed assertion (%s) the very token is kept: %s', async (fault, verdict) => {
    const { target, documents } = await formOf('2.0 signed, RS256, key as PEM').mint(fault);
    const token = String(target);
    const { records } = await fetchApiRecords(
      [{ value: token, isHosted: false }],
      apiBase,
      serveMinted(documents),
    );
    const [original] = badgeConnect.originals?.(records, backpack) ?? [];
    expect(original).toMatchObject({ id: badgeConnect.toBadges(records, backpack)[0]?.id, text: token });
    expect((await verify(bytes(token), serveMinted(documents))).verdict).toBe(verdict);
  });
});

describe('originals › of every source', () => {
  it.each([badgeConnect, openBadgesApi].map((source) => [source.id, source] as const))(
    '%s: each belongs to a badge of its page, and hosted badges have none',
    async (_, source) => {
      const pages = await readPages(source);
      const badges = new Map(pages.flatMap(({ badges }) => badges).map((badge) => [badge.id, badge]));
      const originals = pages.flatMap((page) => page.originals);
      expect(originals.length).toBeGreaterThan(0);
      for (const { id } of originals) expect(badges.get(id)).toMatchObject({ pageUrl: null });
    },
  );

  it('no other source keeps any: theirs are proven where they lie', () => {
    const keeping = badgeSources.filter(({ originals }) => originals).map(({ id }) => id);
    expect(keeping).toEqual([badgeConnect.id, openBadgesApi.id]);
  });
});

async function readPages(source: BadgeSource) {
  const fixture = readFixture(source);
  if (!fixture) throw new Error(`${source.id} has no fixture`);
  const account = accountOf(source, fixture.account);
  const io = ioOver(serveFixture(fixture), new Date('2026-11-22T12:00:00Z'));
  const pages = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await source.fetchRecords(account, cursor, io);
    const { records } = page;
    pages.push({
      badges: source.toBadges(records, account),
      originals: source.originals?.(records, account) ?? [],
    });
    cursor = page.nextCursor;
  }
  return pages;
}

/** Entries of the lists of the recorded host. */
function recordsOf(list: string): unknown[] {
  const answers = Object.values(readFixture(openBadgesApi)?.answers ?? {});
  return answers.flatMap(({ json }) => (json as Record<string, unknown[]>)[list] ?? []);
}
