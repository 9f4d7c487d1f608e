import type { Showcase, ShownBadge } from '../showcase.ts';

const viaSafety = (url: string) =>
  `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(url).replaceAll('.', '%2E')}&amp;urlhash=x1Yz&amp;isSdui=true`;
const viaRedirect = (url: string) =>
  `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(url)}&amp;trk=public_post-text`;
const licence = {
  name: 'Ordinary licence',
  issuerName: 'City of Seoul',
  pageUrl: 'https://licences.example.org/42',
  id: '42',
  imageUrl: '',
};

/** A profile in the newer build: hashed classes, `componentkey`s, every field a paragraph (facts on pages, 3.2). */
export function sduiProfile({ valid, expired, revoked, forged }: Showcase): string {
  const key = 'com.linkedin.sdui.profile.card.refACoAAHaneulCertificationTopLevel';
  const entries = [valid, expired, revoked, forged, licence].map(sduiEntry).join('');
  return `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"><main>
<section class="card"><h2>김하늘 Haneul Kim</h2><p>클라우드 엔지니어 · Seoul</p></section>
<div class="_4301f5a7" componentkey="${key}"><div><section class="card _575dec81" componentkey="${key}"><h2>Licenses &amp; certifications</h2>${entries}</section></div></div>
<nav><a class="spa" href="/in/no-badges/">Another profile</a> <a class="spa" href="/in/bora-lee/details/certifications/">Bora Lee</a></nav></main></div>`;
}

function sduiEntry(badge: ShownBadge, index: number): string {
  return `<div class="entry" componentkey="entity-collection-item-${index}"><a href="https://www.linkedin.com/company/${1000 + index}/" class="logo">${badge.issuerName[0]}</a><div>
<p><b>${badge.name}</b></p><p>${badge.issuerName}</p><p>Issued Sep 2026</p><p>Credential ID ${badge.id.slice(-12)}</p>
<a class="show" href="${viaSafety(badge.pageUrl)}" target="_blank"><span>Show credential</span> <svg id="link-external-small" width="16" height="16" viewBox="0 0 16 16"><path d="M3 3h4v1H4v8h8V9h1v4H3zM9 3h4v4h-1V4.7L7.7 9 7 8.3 11.3 4H9z"/></svg></a></div></div>`;
}

/** The older build: readable classes, every text twice, the outside address in the open. */
export function emberCertifications({ valid, expired, revoked, forged }: Showcase): string {
  const entries = [valid, expired, revoked, forged, licence].map(emberEntry).join('');
  return `<main><section class="card artdeco-card" data-view-name="profile-card"><div id="licenses_and_certifications" class="pv-profile-card__anchor"></div>
<h2><span aria-hidden="true">Licenses &amp; certifications</span><span class="visually-hidden">Licenses &amp; certifications</span></h2><ul class="pvs-list">${entries}</ul></section>
<nav><a class="spa" href="/in/haneul-kim/">Haneul Kim</a></nav></main>`;
}

function emberEntry(badge: ShownBadge): string {
  const twice = (text: string) =>
    `<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`;
  return `<li class="artdeco-list__item"><div data-view-name="profile-component-entity" class="entry">
<a data-field="entity_image_licenses_and_certifications" href="${badge.pageUrl}" class="logo">${badge.issuerName[0]}</a><div><b>${twice(badge.name)}</b><p>${twice(badge.issuerName)}</p>
<div class="pvs-entity__sub-components"><a aria-label="Show credential for ${badge.name}" href="${badge.pageUrl}" target="_blank" class="show">Show credential <li-icon data-test-icon="link-external-small"></li-icon></a></div></div></div></li>`;
}

/** A feed with posts of both builds; some hold badges, most do not. */
export function feed({ valid, revoked }: Showcase): string {
  const ember = (number: number, text: string) =>
    `<div class="feed-shared-update-v2 card" data-urn="urn:li:activity:70000000000000000${number}"><b>이보라 Bora Lee</b><div class="update-components-text"><span>${text}</span></div></div>`;
  return `<main><section class="card"><button class="start-post">Start a post</button></section>
${ember(1, `새 배지를 받았어요: <a href="${viaRedirect(valid.pageUrl)}">${valid.name}</a>`)}
${ember(2, 'An ordinary post with <a href="https://news.example.org/today">a link</a> and <a href="https://lnkd.in/abcd">a short one</a>.')}
<div data-testid="mainFeed"><div role="listitem" componentkey="expanded-70FeedType_MAIN" class="card"><b>박민준 Minjun Park</b><p data-testid="expandable-text-box">Proud of this one: <a href="${viaSafety(`${revoked.pageUrl}/public_url`)}">${revoked.name}</a></p></div></div></main>
<div id="interop-outlet" data-testid="interop-shadowdom"></div>
<iframe data-testid="interop-iframe" src="/preload/" style="display:none"></iframe>`;
}
