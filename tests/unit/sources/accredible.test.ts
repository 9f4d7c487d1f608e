import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/badge';
import { safeUrl, type WebUrl } from '@/utils/html';
import { accredible } from '@/utils/sources/accredible';
import { linksAccount } from '@/utils/sources/link-pages';
import { fakeIo, type FakeAnswer } from '../fake-io';

const uuid = '6f0c1a52-98d1-4b3e-a2f4-0a1b2c3d4e5f';
const api = 'https://api.accredible.com/v1';
const credential = {
  id: 40_000_017,
  uuid,
  name: 'Lakehouse Engineer Associate',
  description: '<p>Builds <b>lakehouses</b>.</p><script>x()</script>',
  issued_on: '2026-05-11',
  issuer: { id: 30_023, name: 'Northwind Cloud Academy' },
  recipient: { email: 'h********@m***.example', name: 'Haneul Kim' },
  badge_image: 'https://pdf.ms.credential.net/design/image?signed-data=1',
};

async function pull(link: string, answers: Record<string, FakeAnswer>): Promise<Badge[]> {
  const kept = accredible.parseLink(new URL(link)) as WebUrl;
  const account = linksAccount(accredible.id, [kept]);
  const { records, problem } = await accredible.fetchRecords(account, null, fakeIo(answers));
  if (problem) throw new Error(problem.code);
  return accredible.toBadges(records, account);
}

const answers = (change: object = {}, assertion: FakeAnswer = { status: 404 }) => ({
  [`${api}/credential-net/credentials/${uuid}`]: { json: { data: { ...credential, ...change } } },
  [`${api}/obi/badge_assertions/${uuid}`]: assertion,
});

describe('accredible', () => {
  it('does without the record of Open Badges where there is none', async () => {
    const [badge] = await pull(`https://www.credential.net/${uuid}`, answers());
    expect(badge).toMatchObject({
      achievement: { name: 'Lakehouse Engineer Associate', description: 'Builds lakehouses.' },
      recipientName: 'Haneul Kim',
      pageUrl: `https://www.credential.net/${uuid}`,
      imageUrl: `${api}/frontend/credential_website_embed_image/badge/40000017`,
    });
    expect(JSON.stringify(badge)).not.toMatch(/@|signed-data/);
  });

  it.each([
    [{ revoked_at: '2026-06-01T00:00:00Z' }, 'revoked'],
    [{ private: true }, 'private'],
    [{ expired: true }, 'expired'],
    [{ expired: true, expired_on: '2026-06-01' }, 'public'],
    [{}, 'public'],
  ])('%j is %s', async (change, state) => {
    expect((await pull(`https://www.credential.net/${uuid}`, answers(change)))[0]?.state).toBe(state);
  });

  it('knows from the record alone that it was taken back', async () => {
    const gone = { status: 410, json: { revoked: true } };
    expect((await pull(`https://www.credential.net/${uuid}`, answers({}, gone)))[0]?.state).toBe('revoked');
  });

  it('asks by the number in an old link, and at the page of a short one', async () => {
    const byNumber = {
      [`${api}/credential-net/credentials/10234567`]: { json: { data: credential } },
      [`${api}/obi/badge_assertions/${uuid}`]: { status: 404 },
    };
    expect(await pull('https://www.credential.net/10234567', byNumber)).toHaveLength(1);
    const page = { 'https://skillsoft.digitalbadges.skillsoft.com/aaqjj8kx': { text: `"uuid":"${uuid}"` } };
    const short = 'https://skillsoft.digitalbadges.skillsoft.com/aaqjj8kx#gs.1';
    expect(await pull(short, { ...answers(), ...page })).toHaveLength(1);
  });

  it('is no badge where the page names none, or two', async () => {
    const text = `"uuid":"${uuid}" "uuid":"${uuid.replace('6', '7')}"`;
    for (const page of [{ text }, { text: '<html></html>' }])
      await expect(
        pull('https://www.credential.net/aaqjj8kx', { 'https://www.credential.net/aaqjj8kx': page }),
      ).rejects.toThrow('unsupported-badge');
  });

  it('asks the browser for the API, and for the page only where a link is short', () => {
    const hostsOf = (...links: string[]) =>
      accredible.hostsOf?.(
        linksAccount(
          accredible.id,
          links.map((link) => safeUrl(link) as WebUrl),
        ),
      );
    expect(hostsOf(`https://www.credential.net/${uuid}`)).toEqual(['https://api.accredible.com/*']);
    expect(hostsOf('https://northwind.credential.net/aaqjj8kx')).toEqual([
      'https://api.accredible.com/*',
      'https://northwind.credential.net/*',
    ]);
  });

  it.each([
    'https://www.credential.net/profile/haneulkim/wallet',
    'https://www.credential.net/login',
    'https://www.accredible.com/pricing',
    `https://credentials.harbour.example/${uuid}`,
    `https://harbour.example/blog/${uuid}#acc.1`,
  ])('takes %s for no badge', (link) => expect(accredible.parseLink(new URL(link))).toBeNull());
});

const sample = '../shared/samples/accredible/credential.net-user-wallet.2022.sanitized.json';

describe.skipIf(!existsSync(sample))('accredible › recorded (skipped without ../shared/samples)', () => {
  it('reads every credential of a recorded wallet', async () => {
    const { data } = JSON.parse(readFileSync(sample, 'utf8')) as { data: { credentials: object[] } };
    expect(data.credentials.length).toBeGreaterThan(0);
    for (const recorded of data.credentials) {
      const id = (recorded as { uuid: string }).uuid;
      const served = {
        [`${api}/credential-net/credentials/${id}`]: { json: { data: recorded } },
        [`${api}/obi/badge_assertions/${id}`]: { status: 404 },
      };
      const [badge] = await pull(`https://www.credential.net/${id}`, served);
      expect(badge).toMatchObject({ issuedOn: expect.stringMatching(/^\d{4}-/), state: 'public' });
      expect(badge?.issuer.name).not.toBe('');
      expect(JSON.stringify(badge)).not.toContain('@');
      expect(badge?.achievement.description).not.toMatch(/<\/?(?:p|div|span)\b/);
    }
  });
});
