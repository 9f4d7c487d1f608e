import { html, json, page, type Answer, type Site } from '../answer.ts';
import { drawBadgeArt } from '../badge-art.ts';
import {
  learnAchievements,
  learnAppliedSkills,
  learnCertifications,
  learnExams,
  learnShares,
  learnUser,
  shareUrlOf,
} from './learn-person.ts';

const host = 'learn.microsoft.com';
const media = `https://${host}/en-us/media/learn`;
const hiddenUser = 'hidden-learner';

/** Microsoft Learn with one learner: transcript, profile, achievements, share pages, icons (facts on sources, 2). */
export function createLearn() {
  const state = {
    /** The learner took the link of the transcript back. */
    isTranscriptShared: true,
    /** Answers instead, for any address; null lets the usual answer stand. */
    instead: null as Site | null,
  };
  const site: Site = async (request) =>
    (await state.instead?.(request)) ?? answer(request.url, state.isTranscriptShared);
  return {
    host,
    site,
    state,
    user: learnUser,
    transcriptUrl: `https://${host}/en-us/users/${learnUser.name}/transcript/${learnUser.transcript}`,
    profileUrl: `https://${host}/en-us/users/${learnUser.name}/`,
    shareUrls: learnShares.map(shareUrlOf),
    /** What must never be kept or shown. */
    personal: [learnUser.contactEmail, learnUser.legalName, learnUser.mcid, learnUser.userId],
  };
}
export type Learn = ReturnType<typeof createLearn>;

function answer(url: URL, isTranscriptShared: boolean): Answer | null {
  const path = url.pathname;
  if (path === `/api/profiles/transcript/share/${learnUser.transcript}`)
    return isTranscriptShared ? json(transcript()) : missing();
  if (path.startsWith('/api/profiles/transcript/')) return missing();
  if (path.startsWith('/api/profiles/')) return profile(decodeURIComponent(path.slice(14)));
  if (path.startsWith('/api/achievements/user/')) return achievements(path.slice(23));
  if (path.startsWith('/api/credentials/share/')) return sharePage(url);
  if (path.endsWith('-social.png'))
    return { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(5, 340) };
  if (path.endsWith('.svg')) return icon(path);
  return /\/users\/[^/]+/.test(path) ? html(page('Profile | Microsoft Learn', '<main></main>')) : null;
}

function missing(): Answer {
  return json({ errorCode: '404', message: 'Not found', details: null }, 404);
}

/** Personal fields and modules are in the answer, as in the recorded one: that they go no further is ours to see to. */
function transcript(): object {
  const { userId, contactEmail, name, mcid, legalName } = learnUser;
  const active = learnCertifications.filter(({ status }) => status === 'Active');
  const historical = learnCertifications.filter(({ status }) => status !== 'Active');
  return {
    totalModulesCompleted: 2,
    totalLearningPathsCompleted: 1,
    totalTrainingMinutes: 141,
    docsId: userId,
    modulesCompleted: ['Secret module one', 'Secret module two'].map(toModule),
    learningPathsCompleted: [toModule('Secret path', 7)],
    contactEmail,
    userName: name,
    certificationData: {
      mcid,
      legalName,
      totalActiveCertifications: active.length,
      totalHistoricalCertifications: historical.length,
      totalExamsPassed: learnExams.length,
      totalQualificationsEarned: 0,
      activeCertifications: active.map(toCertification),
      historicalCertifications: historical.map(toCertification),
      passedExams: learnExams.map(({ title, number, takenOn }) => ({
        examTitle: title,
        examNumber: number,
        examDateTaken: `${takenOn}T00:00:00+00:00`,
      })),
      qualifications: [],
    },
    appliedSkillsData: {
      totalAppliedSkills: learnAppliedSkills.length,
      appliedSkillsCredentials: learnAppliedSkills.map(({ id, title, awardedOn }) => ({
        credentialId: id,
        title,
        awardedOn: `${awardedOn}T09:22:01.7233542+00:00`,
      })),
    },
  };
}

function toModule(title: string, index: number): object {
  const completedOn = `2025-08-0${index + 1}T14:07:22.7233542+00:00`;
  return { uid: `learn.secret-${index}`, title, description: title, durationInMinutes: 47, completedOn };
}

function toCertification({
  name,
  number,
  status,
  earnedOn,
  expiresOn,
}: (typeof learnCertifications)[number]): object {
  return {
    name,
    certificationNumber: number,
    status,
    dateEarned: `${earnedOn}T14:56:44+00:00`,
    ...(expiresOn ? { expiration: `${expiresOn}T23:59:59+00:00` } : {}),
  };
}

function profile(name: string): Answer {
  const isPrivate = name.toLowerCase() === hiddenUser;
  if (!isPrivate && name.toLowerCase() !== learnUser.name.toLowerCase()) return missing();
  return json({
    userId: isPrivate ? '6d6d6d6d-1111-4222-8333-444444444444' : learnUser.userId,
    userName: isPrivate ? hiddenUser : learnUser.name,
    displayName: isPrivate ? 'Private user' : learnUser.displayName,
    avatarUrl: null,
    avatarThumbnailUrl: null,
    isPrivate,
    isMicrosoftUser: false,
    isMvp: false,
    followerCount: 0,
    reputationPoints: 40,
    affiliations: [],
    createdOn: '2019-04-17T08:00:00+00:00',
  });
}

function achievements(userId: string): Answer {
  if (userId !== learnUser.userId) return json({ achievements: [], totalCount: 0 });
  const listed = learnAchievements.map(({ id, kind, title, grantedOn }) => ({
    category: kind === 'badge' ? 'modules' : 'learningpaths',
    typeId: `learn.cloud.${id.toLowerCase()}.${kind}`,
    userId,
    id,
    title,
    imageUrl: `/training/achievements/${kind === 'badge' ? 'containers' : 'generic-trophy'}.svg`,
    locale: 'en-us',
    verified: true,
    source: 'Learn',
    grantedOn: `${grantedOn}T10:11:12.1234567+00:00`,
    url: `/training/modules/${id.toLowerCase()}/`,
    milestoneEligible: false,
    version: '1.0',
  }));
  return json({ achievements: listed, totalCount: listed.length });
}

/** A page without the right sharing id is like one that never was. */
function sharePage(url: URL): Answer {
  const shown = learnShares.find(
    ({ id, sharingId }) =>
      url.pathname.toLowerCase().endsWith(`/${id.toLowerCase()}`) &&
      url.searchParams.get('sharingId') === sharingId,
  );
  if (!shown) return { ...html(page('404', '<h1>404 - Page not found</h1>')), status: 404 };
  const tags = {
    'og:title': shown.title,
    'og:description': '',
    'og:url': url.href,
    'og:image': `${media}/certification/badges/microsoft-certified-general-badge-social.png`,
  };
  const head = Object.entries(tags).map(([name, value]) => `<meta property="${name}" content="${value}">`);
  return html(page(shown.title, `<h1>${shown.title}</h1>`, head.join('')));
}

/** A drawing of our own; its text tells one icon from the other. */
function icon(path: string): Answer {
  const name =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.svg$/, '') ?? '';
  const hue = [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 360;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="220" height="220" viewBox="0 0 220 220"><path d="M110 8l92 53v98l-92 53-92-53V61z" fill="hsl(${hue} 60% 35%)"/><path d="M110 62l48 84H62z" fill="#fff"/></svg>`;
  return { headers: { 'content-type': 'image/svg+xml' }, body };
}
