import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import type { WebUrl } from '@/utils/html';
import type { Io } from '@/utils/io';
import { knownAs } from '@/utils/sources/known-as';
import { linksAccount } from '@/utils/sources/link-pages';
import { microsoftLearn } from '@/utils/sources/microsoft-learn';
import { createLearn } from '../../world/sites/learn';
import { learnAchievements, learnCertifications, learnUser } from '../../world/sites/learn-person';
import { fakeIo, type FakeAnswer } from '../fake-io';
import { ioOver } from './source-fixture';

const site = 'https://learn.microsoft.com';
const now = new Date('2026-11-22T12:00:00Z');
const transcriptPage = `${site}/ko-kr/users/HaneulKim-0417/transcript/d7xkr4jh9pl2aqe`;
const transcript = microsoftLearn.parseAccount(transcriptPage) as Account;
const transcriptApi = `${site}/api/profiles/transcript/share/d7xkr4jh9pl2aqe?locale=en-us`;
const profile = microsoftLearn.parseAccount('learn.microsoft.com/users/HaneulKim-0417') as Account;

/** The real io over the invented site. */
function learnIo(): Io {
  const learn = createLearn();
  return ioOver(async (url) => {
    const answer = await learn.site({ at: 0, method: 'GET', host: url.hostname, url, headers: {}, body: '' });
    const { status = 200, headers = {}, body } = answer ?? { status: 404, body: '' };
    return new Response(body as string, { status, headers });
  }, now);
}

async function read(account: Account, io: Io) {
  const page = await microsoftLearn.fetchRecords(account, null, io);
  return { page, badges: microsoftLearn.toBadges(page.records, account) };
}
const readLink = (address: string, io: Io) =>
  read(linksAccount(microsoftLearn.id, [microsoftLearn.parseLink(new URL(address)) as WebUrl]), io);

describe('microsoft-learn › what the user pasted', () => {
  it.each([
    [transcriptPage, 'HaneulKim-0417/d7xkr4jh9pl2aqe', transcriptPage],
    [`${transcriptPage}/?tab=credentials-tab#x`, 'HaneulKim-0417/d7xkr4jh9pl2aqe', transcriptPage],
    ['learn.microsoft.com/en-us/users/haneul', 'haneul', `${site}/en-us/users/haneul/`],
    [`<${site}/DE-DE/users/haneul/achievements>.`, 'haneul', `${site}/de-de/users/haneul/`],
    [`${site}/users/%ED%95%98%EB%8A%98/`, '하늘', `${site}/en-us/users/%ED%95%98%EB%8A%98/`],
  ])('%s', (pasted, handle, url) => {
    expect(microsoftLearn.parseAccount(pasted)).toMatchObject({ handle, url });
  });

  it.each([
    `${site}/en-us/training/`,
    `${site}/en-us/users/me/transcript`,
    `${site}/en-us/users/x%2F..%2Fadmin/`,
    `${site}.evil.example/en-us/users/haneul/`,
    `https://evil.example/learn.microsoft.com/users/haneul`,
    'haneul',
    `${site}/en-us/users/haneul/credentials/7b47257d40c95501`,
  ])('%s is no account', (pasted) => {
    expect(microsoftLearn.parseAccount(pasted)).toBeNull();
  });

  it('keeps what opens a share page and drops what tracks', () => {
    const link = `${site}/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C95501?WT.mc_id=x&sharingId=51AB257D40C95501&ref=li`;
    expect(microsoftLearn.parseLink(new URL(link))).toBe(
      `${site}/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C95501?sharingId=51AB257D40C95501`,
    );
  });

  it('knows a credential on each of its pages as the same', () => {
    const pages = [
      `${site}/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C95501?sharingId=51AB`,
      `${site}/ko-kr/users/haneulkim-0417/credentials/7b47257d40c95501`,
      `${site}/users/HaneulKim-0417/credentials/7B47257D40C95501?ref=x`,
    ];
    expect(knownAs(...pages)).toEqual(['microsoft-learn:7b47257d40c95501']);
  });
});

describe('microsoft-learn › a shared transcript', () => {
  it('has certifications, applied skills and exams, and as many as it states', async () => {
    const { page, badges } = await read(transcript, learnIo());
    expect(page.statedTotal).toBe(learnCertifications.length + 1);
    expect(badges).toHaveLength(page.statedTotal ?? -1);
    expect(page.exams?.map(({ number }) => number)).toEqual(['AZ-104', 'AZ-305', 'MD-101']);
    const states = badges.map(({ achievement, state }) => [achievement.name, state]);
    expect(states).toContainEqual(['Microsoft Certified: Data Analyst Associate', 'retired']);
    expect(states).toContainEqual(['Microsoft Certified: Power BI Data Analyst Associate', 'expired']);
  });

  it('lets nothing personal out, neither as records nor as badges', async () => {
    const { page, badges } = await read(transcript, learnIo());
    const out = JSON.stringify([page, badges]);
    const { contactEmail, legalName, mcid, userId } = learnUser;
    for (const personal of [contactEmail, legalName, mcid, userId, 'Secret module', 'Secret path'])
      expect(out).not.toContain(personal);
    // By kind as well as by value: no address of mail, no GUID of a person.
    expect(out).not.toMatch(/[\w.]+@[\w.]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/);
  });

  it('asks in English once, for pages in the language of the link', async () => {
    const io = fakeIo({ [transcriptApi]: { json: { totalModulesCompleted: 0 } } });
    await read(transcript, io);
    expect(io.asked).toEqual([transcriptApi]);
    const { badges } = await read(transcript, learnIo());
    expect(badges.at(-1)?.pageUrl).toBe(`${site}/ko-kr/users/HaneulKim-0417/credentials/A1B2C3D4E5F60718`);
  });

  it('reads one of 10 MB', async () => {
    const modulesCompleted = Array.from({ length: 9000 }, () => ({ title: 'x'.repeat(1100) }));
    const json = { totalModulesCompleted: 9000, modulesCompleted, certificationData: null };
    const serve = () => Response.json(json);
    expect((await read(transcript, ioOver(serve, now))).badges).toEqual([]);
    const larger = () => Response.json({ ...json, more: 'x'.repeat(3_000_000) });
    await expect(read(transcript, ioOver(larger, now))).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each<[string, FakeAnswer, string]>([
    ['a link that was taken back', { status: 404 }, 'not-found'],
    ['another document', { json: { hello: 1 } }, 'bad-response'],
    ['a list where an object was', { json: [] }, 'bad-response'],
    [
      'lines in another shape',
      { json: { certificationData: { activeCertifications: [{ a: 1 }] } } },
      'bad-response',
    ],
    [
      'certifications that are no list',
      { json: { certificationData: { activeCertifications: 'x' } } },
      'bad-response',
    ],
    ['half of it', { text: '{"certificationData":{"active' }, 'not-json'],
    ['too many requests', { status: 429, headers: { 'retry-after': '9' } }, 'rate-limited'],
    ['a fault of the server', { status: 500 }, 'server-error'],
  ])('%s', async (_, answer, code) => {
    await expect(read(transcript, fakeIo({ '*': answer }))).rejects.toMatchObject({ code });
  });

  it('says that it does not know how many where a total is missing', async () => {
    const activeCertifications = [{ name: 'GitHub Actions', dateEarned: '2025-01-09T07:49:42+00:00' }];
    const json = { certificationData: { totalActiveCertifications: 1, activeCertifications } };
    const { page, badges } = await read(transcript, fakeIo({ '*': { json } }));
    expect([page.statedTotal, badges.length]).toEqual([null, 1]);
  });
});

describe('microsoft-learn › a public profile', () => {
  it('has badges and trophies of training, and no certifications', async () => {
    const { page, badges } = await read(profile, learnIo());
    expect(page.statedTotal).toBe(learnAchievements.length);
    expect(badges).toMatchObject([
      { id: 'microsoft-learn:achievement:kq7mz2a9', achievement: { type: 'Badge' }, issuedOn: '2025-08-02' },
      { achievement: { type: 'Trophy' }, imageUrl: `${site}/training/achievements/generic-trophy.svg` },
    ]);
    expect(JSON.stringify([page, badges])).not.toContain(learnUser.userId);
  });

  it('that is private says so', async () => {
    const hidden = microsoftLearn.parseAccount(`${site}/en-us/users/hidden-learner/`) as Account;
    await expect(read(hidden, learnIo())).rejects.toMatchObject({ code: 'private-profile' });
  });

  it('that is not there is not found', async () => {
    const nobody = microsoftLearn.parseAccount(`${site}/en-us/users/nobody-here/`) as Account;
    await expect(read(nobody, learnIo())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks nobody under an id that leads elsewhere', async () => {
    const io = fakeIo({ '*': { json: { userId: '../../admin?x=', isPrivate: false } } });
    await expect(read(profile, io)).rejects.toMatchObject({ code: 'bad-response' });
    expect(io.asked).toHaveLength(1);
  });
});

describe('microsoft-learn › share pages', () => {
  const link = `${site}/api/credentials/share/en-us/HaneulKim-0417/7B47257D40C95501?sharingId=51AB257D40C95501`;

  it('state a name and a picture that mail can show', async () => {
    const { badges } = await readLink(link, learnIo());
    expect(badges).toMatchObject([
      {
        id: 'microsoft-learn:7b47257d40c95501',
        achievement: { name: 'Microsoft Certified: Azure Administrator Associate' },
        issuer: { name: 'Microsoft' },
        issuedOn: '',
        state: 'link-only',
        basis: 'page',
        pageUrl: link,
        knownAs: ['microsoft-learn:7b47257d40c95501'],
      },
    ]);
    expect(badges[0]?.imageUrl).toMatch(/-social\.png$/);
  });

  it.each([
    ['without its key', link.replace(/\?.*/, '?sharingId=0000000000000000'), 'not-found'],
    [
      'of a viewer that says nothing',
      `${site}/en-us/users/HaneulKim-0417/credentials/7B47257D40C95501`,
      'unsupported-badge',
    ],
  ])('%s is a problem of its own', async (_, address, code) => {
    const { page, badges } = await readLink(address, learnIo());
    expect([badges, page.problem?.code]).toEqual([[], code]);
  });

  it('that lead to the front page are gone', async () => {
    const answer = {
      text: '<meta property="og:title" content="Training">',
      redirectedTo: [`${site}/en-us/`],
    };
    const { page } = await readLink(link, fakeIo({ [link]: answer }));
    expect(page.problem?.code).toBe('not-found');
  });
});

const sample = '../shared/samples/microsoft/transcript-share.sujithq.sanitized.json';
describe.skipIf(!existsSync(sample))(
  'microsoft-learn › recorded transcript (skipped without ../shared/samples)',
  () => {
    it('is read whole, and nothing personal of it', async () => {
      const json = JSON.parse(readFileSync(sample, 'utf8')) as {
        contactEmail: string;
        docsId: string;
        certificationData: { legalName: string; mcid: string };
        modulesCompleted: { title: string }[];
      };
      const { page, badges } = await read(transcript, fakeIo({ '*': { json } }));
      expect(badges).toHaveLength(30 + 11 + 15);
      expect(page.statedTotal).toBe(badges.length);
      expect(page.exams).toHaveLength(34);
      expect(new Set(badges.map(({ id }) => id)).size).toBe(badges.length);
      const out = JSON.stringify([page, badges]);
      const { legalName, mcid } = json.certificationData;
      for (const personal of [
        json.contactEmail,
        json.docsId,
        legalName,
        mcid,
        json.modulesCompleted[0]?.title,
      ])
        expect(out).not.toContain(personal);
    });
  },
);
