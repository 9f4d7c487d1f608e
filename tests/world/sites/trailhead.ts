import fixture from '../../fixtures/sources/trailhead/input.json' with { type: 'json' };
import { json, type Site } from '../answer.ts';

const [certifications, ...pages] = fixture.pages;
const slug = fixture.account.split('/').at(-1);

/** Trailhead's profile API: one profile, as it was recorded; every other one is private. */
const site: Site = ({ method, url, body }) => {
  if (method !== 'POST' || url.pathname !== '/graphql') return null;
  const asked = JSON.parse(body) as {
    operationName: string;
    variables: { slug: string; after?: string | null };
  };
  if (asked.variables.slug !== slug) return json({ data: { profile: { __typename: 'PrivateProfile' } } });
  if (asked.operationName === 'GetUserCertifications') return json(certifications);
  return json(pages[asked.variables.after ? 1 : 0]);
};

export const trailhead = { profile: fixture.account, sites: { 'profile.api.trailhead.com': site } };
