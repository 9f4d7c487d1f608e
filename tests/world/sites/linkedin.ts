import { html, page, redirect, type Answer, type Site } from '../answer.ts';
import type { Showcase } from '../showcase.ts';
import { emberCertifications, feed, sduiProfile } from './linkedin-pages.ts';
import { servePackages } from './packages.ts';
import { probe } from './probe.ts';

const nothing =
  '<main><section class="card"><h2>이서연</h2><p>Product manager</p><a href="https://blog.example.org/">Blog</a></section></main>';

const company = '<main><section class="card"><h2>Hangang Cloud</h2><p>Training · Seoul</p></section></main>';

/** LinkedIn as it was recorded: two builds of pages, the share box with the real Quill in an open shadow root. */
export function createLinkedIn(showcase: Showcase) {
  const bodies: Readonly<Record<string, () => string>> = {
    '/feed/': () => feed(showcase),
    '/in/haneul-kim/': () => sduiProfile(showcase),
    '/in/bora-lee/details/certifications/': () => emberCertifications(showcase),
    '/in/no-badges/': () => nothing,
    '/sharing/share-offsite/': () => '<main><section class="card"><h2>Share</h2></section></main>',
    '/preload/': () =>
      '<div class="share-creation-state"><div class="ql-editor" contenteditable="true">decoy</div></div>',
  };
  const site: Site = async (request) => {
    const { pathname, searchParams, search } = request.url;
    if (pathname === '/profile/add')
      return redirect(`/in/me/edit/forms/certification/new/${search}&isFromA2p=true`);
    if (pathname === '/in/me/edit/forms/certification/new/')
      return shell(certificationForm(searchParams), false);
    if (/^\/company\/\d+\/$/.test(pathname)) return shell(company, false);
    const body = bodies[pathname];
    return body ? shell(body(), searchParams.get('theme') === 'dark') : servePackages(request);
  };
  return { site };
}

function shell(body: string, isDark: boolean): Answer {
  const [ground, raised, ink] = isDark
    ? ['#1b1f23', '#22272c', '#e7e9ea']
    : ['#f4f2ee', '#ffffff', '#1d1d1f'];
  const style = `<style>body { margin: 0; font: 14px/1.5 system-ui, 'Noto Sans CJK KR', sans-serif; background: ${ground}; color: ${ink} }
main { max-width: 720px; margin: 24px auto } .card { background: ${raised}; border-radius: 8px; padding: 16px 24px; margin-bottom: 12px }
.entry { display: flex; gap: 12px; padding: 12px 0; border-top: 1px solid #8884 } .entry p { margin: 0 } .logo { flex: none; width: 48px; height: 48px; border-radius: 4px; background: #8892a033; font: 600 22px/48px system-ui; text-align: center; text-decoration: none; color: #78849a }
.show { display: inline-flex; gap: 6px; align-items: center; margin-top: 6px; border: 1px solid #888; border-radius: 16px; padding: 3px 14px; color: inherit; text-decoration: none }
.show svg { fill: currentcolor } ul { list-style: none; padding: 0 } .visually-hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
a { color: ${isDark ? '#70b5f9' : '#0a66c2'} }</style>`;
  return html(page('LinkedIn', `${body}<script>${script}</script>`, probe + style));
}

/** The form of a licence, with what the address brought. */
function certificationForm(given: URLSearchParams): string {
  const fields = [
    'name',
    'organizationName',
    'organizationId',
    'issueYear',
    'issueMonth',
    'expirationYear',
    'expirationMonth',
    'certId',
    'certUrl',
  ];
  const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const field = (name: string) =>
    `<p><label>${name}<br><input name="${name}" size="50" value="${escape(given.get(name) ?? '')}"></label></p>`;
  return `<main><section class="card"><h2>Add license or certification</h2><form>${fields.map(field).join('')}</form></section></main>`;
}

/** Links inside the app change the address without loading; the share box opens with the real Quill. */
const script = `
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a.spa');
  if (!link) return;
  event.preventDefault();
  const text = await (await fetch(link.href)).text();
  history.pushState({}, '', link.href);
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main').replaceWith(next.querySelector('main'));
});
document.querySelector('.start-post')?.addEventListener('click', async () => {
  const outlet = document.getElementById('interop-outlet');
  const root = outlet.shadowRoot ?? outlet.attachShadow({ mode: 'open' });
  if (!window.Quill) await new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src: '/packages/quill/dist/quill.min.js', onload: done })));
  const isDark = new URLSearchParams(location.search).get('theme') === 'dark';
  // The page's style sheets do not reach in here.
  const style = Object.assign(document.createElement('style'), { textContent: '.ql-editor { min-height: 190px; outline: none; white-space: pre-wrap } .ql-clipboard { position: absolute; left: -100000px; height: 1px; overflow-y: hidden }' });
  const box = document.createElement('div');
  box.setAttribute('data-test-modal-id', 'sharebox');
  box.style.cssText = 'position:fixed;inset:80px 25% auto;min-height:240px;background:' + (isDark ? '#22272c' : '#fff') + ';color:' + (isDark ? '#e7e9ea' : '#222') + ';border:1px solid #999;border-radius:10px;padding:20px;font:14px/1.5 system-ui';
  const state = Object.assign(document.createElement('div'), { className: 'share-creation-state' });
  const holder = Object.assign(document.createElement('div'), { style: 'min-height:200px' });
  const post = Object.assign(document.createElement('button'), { className: 'share-actions__primary-action', textContent: 'Post' });
  state.append(holder);
  box.append(state, post);
  root.replaceChildren(style, box);
  const quill = new Quill(holder, { modules: { toolbar: false } });
  window.shareEditor = quill;
  holder.querySelector('.ql-editor').setAttribute('data-test-ql-editor-contenteditable', 'true');
  quill.focus();
  post.addEventListener('click', () => { window.posted = quill.getText(); root.replaceChildren(); });
});`;
