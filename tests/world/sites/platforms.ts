import { html, json, page, redirect, type Answer, type Site, type WorldRequest } from '../answer.ts';
import { drawBadgeArt } from '../badge-art.ts';
import { hash, platformBadges, uuid } from './platform-badges.ts';

const context = 'https://w3id.org/openbadges/v2';
const recipient = { type: 'email', hashed: true, salt: 'tide', identity: `sha256$${'5f0c2e7a'.repeat(8)}` };
/** Platforms that show single badges, with invented ones. */
export function createPlatforms() {
  const gone = new Map<string, Answer>();
  const served =
    (site: Site): Site =>
    (request) =>
      gone.get(`${request.host}${request.url.pathname}`) ?? site(request);
  const sites: Record<string, Site> = {
    'moodle.harbour.example.org': answerMoodle,
    'api.accredible.com': answerAccredible,
    'www.credential.net': answerCredentialNet,
    'api.badgr.io': answerBadgr,
    'openbadgefactory.com': answerFactory,
    'credsverse.com': certificate('certifier'),
    'verified.sertifier.com': certificate('sertifier'),
    'www.coursera.org': certificate('coursera'),
    'courses.edx.org': certificate('edx'),
    'verify.skilljar.com': certificate('skilljar'),
    'catalog-education.oracle.com': certificate('oracle'),
  };
  return {
    badges: platformBadges,
    sites: Object.fromEntries(Object.entries(sites).map(([host, site]) => [host, served(site)])),
    /** From now on this address is answered so (404, 410). */
    take(address: string, answer: Answer): void {
      const { host, pathname } = new URL(address);
      gone.set(`${host}${pathname}`, answer);
    },
  };
}

function answerMoodle({ url }: WorldRequest): Answer | null {
  const base = 'https://moodle.harbour.example.org/learn';
  const picture = `${base}/pluginfile.php/45/badges/badgeimage/7/f3?refresh=11`;
  if (url.pathname.startsWith('/learn/pluginfile.php/')) return art(7);
  if (url.searchParams.get('hash') === hash)
    return html(
      page(platformBadges.moodle.name, `<img src="/theme/logo.svg" alt=""><img src="${picture}" alt="">`),
    );
  if (url.pathname !== '/learn/badges/assertion.php' || url.searchParams.get('b') !== hash) return null;
  const issuer = {
    '@context': context,
    type: 'Issuer',
    id: `${base}/badges/badge_json.php?id=7&action=0&obversion=2`,
    name: 'Harbour University',
    url: 'https://www.harbour.example.org',
    email: 'noreply@harbour.example.org',
  };
  const badge = {
    '@context': context,
    type: 'BadgeClass',
    id: `${base}/badges/badge_json.php?id=7`,
    name: platformBadges.moodle.name,
    description: 'Finished the course.',
    image: `data:image/png;base64,${Buffer.from(drawBadgeArt(7)).toString('base64')}`,
    criteria: { id: platformBadges.moodle.link, narrative: 'Complete the course.' },
    issuer,
  };
  return json({
    '@context': context,
    type: 'Assertion',
    id: `${base}/badges/assertion.php?b=${hash}&obversion=2`,
    recipient,
    badge,
    issuedOn: '2026-01-20T00:30:00+09:00',
    evidence: platformBadges.moodle.link,
    verify: { type: 'hosted', url: `${base}/badges/assertion.php?b=${hash}&obversion=2` },
  });
}

function answerAccredible({ url: { pathname } }: WorldRequest): Answer | null {
  if (pathname.startsWith('/v1/frontend/credential_website_embed_image/')) return art(11);
  const assertion = `https://api.accredible.com/v1/obi/badge_assertions/${uuid}`;
  if (pathname === `/v1/credential-net/credentials/${uuid}`)
    return json({
      data: {
        id: 40_000_017,
        uuid,
        name: platformBadges.accredible.name,
        description: '<p>Builds <b>lakehouses</b> that last.</p>',
        issued_on: '2026-05-11',
        expired_on: '2028-05-11',
        private: false,
        'badge?': true,
        url: `https://www.credential.net/${uuid}`,
        learning_outcomes: ['Delta tables'],
        issuer: { id: 30_023, name: 'Northwind Cloud Academy', url: 'https://northwind.example.org/' },
        recipient: { email: 'h********@m***.example', name: 'Haneul Kim' },
        badge_assertion_url: assertion,
      },
    });
  if (pathname !== `/v1/obi/badge_assertions/${uuid}`) return null;
  return json({
    ...assertionOf(assertion, 'Lakehouse Engineer Associate', 'Northwind Cloud Academy'),
    issuedOn: '2026-05-11T00:00:00Z',
    expires: '2028-05-11T00:00:00Z',
  });
}

/** The page of a short link: the record's id stands in what it hands to its own scripts. */
function answerCredentialNet({ url: { pathname } }: WorldRequest): Answer | null {
  if (pathname !== '/aaqjj8kx' && pathname !== `/${uuid}`) return null;
  const state = `<script type="application/json">{"credential":{"uuid":"${uuid}"}}</script>`;
  return html(page('Credential', state));
}

function answerBadgr({ url: { pathname } }: WorldRequest): Answer | null {
  const base = 'https://api.badgr.io/public';
  const assertion = (id: string, name: string) => ({
    ...assertionOf(`${base}/assertions/${id}`, name, 'Harbour University'),
    revoked: false,
  });
  const { name } = platformBadges.canvas;
  const first = assertion('kT3xQ9pLSGuyM1bVd0aZ2w', name);
  if (/^\/public\/assertions\/[\w-]+\/image$/.test(pathname))
    return redirect('https://api.badgr.io/media/art.png');
  if (pathname === '/media/art.png') return art(12);
  if (pathname === '/public/assertions/kT3xQ9pLSGuyM1bVd0aZ2w') return json(first);
  if (pathname !== '/public/collections/9f1d2c3b4a5968778695a4b3c2d1e0f1') return null;
  const badges = [first, assertion('mN4yR8qKTHvzN2cWe1bA3x', 'Estuary Surveyor')];
  return json({ '@context': context, type: 'Collection', name: 'By the sea', badges });
}

function answerFactory({ url: { pathname } }: WorldRequest): Answer | null {
  const id = `https://openbadgefactory.com/v1/assertion/${hash}`;
  return pathname === `/v1/assertion/${hash}`
    ? json(assertionOf(id, platformBadges.factory.name, 'Harbour Sailing School'))
    : null;
}

function assertionOf(id: string, name: string, issuerName: string): object {
  const { origin } = new URL(id);
  const issuer = { '@context': context, type: 'Issuer', id: `${origin}/i`, name: issuerName, url: origin };
  const criteria = { narrative: 'Three field reports.' };
  const badge = { '@context': context, type: 'BadgeClass', id: `${origin}/c`, name, criteria, issuer };
  return {
    '@context': context,
    type: 'Assertion',
    id,
    recipient,
    issuedOn: '2026-03-02T08:15:30Z',
    badge: { ...badge, description: `${name}, in the open.`, image: `${origin}/media/art.png` },
    verification: { type: 'HostedBadge' },
  };
}

/** A page whose metadata names a certificate, and nothing behind it. */
function certificate(platform: Exclude<keyof typeof platformBadges, 'collection'>): Site {
  const { link, name } = platformBadges[platform];
  const { pathname } = new URL(link);
  const credential = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    name,
    dateCreated: '2026-04-09',
    recognizedBy: { '@type': 'Organization', name: 'Harbour University' },
  };
  const head = `<meta property="og:title" content="${name}"><script type="application/ld+json">${JSON.stringify(credential)}</script>`;
  return ({ url }) => (url.pathname === pathname ? html(page(name, '<div id="app"></div>', head)) : null);
}

function art(number: number): Answer {
  return { headers: { 'content-type': 'image/png' }, body: drawBadgeArt(number) };
}
