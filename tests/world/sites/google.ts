import fixture from '../../fixtures/sources/google-skills/input.json' with { type: 'json' };
import { drawBadgeArt } from '../badge-art.ts';
import { html, redirect, type Site } from '../answer.ts';

const [[address, { text }] = ['', { text: '' }]] = Object.entries(fixture.answers);
const profile = new URL(address).pathname;

/** Google Skills: one public profile, as it was recorded; every other one leads away, as private ones do. */
export function createGoogle() {
  const site: Site = ({ url }) => {
    if (url.pathname === profile) return html(text);
    return url.pathname.startsWith('/public_profiles/') ? redirect('/') : html('<h1>Welcome</h1>');
  };
  const pictures: Site = () => ({ headers: { 'content-type': 'image/png' }, body: drawBadgeArt(3) });
  return { profile: fixture.account, sites: { 'www.skills.google': site, 'cdn.qwiklabs.com': pictures } };
}
