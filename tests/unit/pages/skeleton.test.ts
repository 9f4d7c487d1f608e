import { describe, expect, it } from 'vitest';
import { skeletonOf } from '@/utils/pages/skeleton';

describe('skeletonOf', () => {
  it('says how a page is built, and nothing of what stands in it', () => {
    const page = `<main id="secret-id" class="secret-class" data-owner="secret@example.org" role="main">
      <p>secret words</p><div role="Secret Role" title="secret title" contenteditable="true" aria-multiline="true">secret</div></main>`;
    const parsed = new DOMParser().parseFromString(page, 'text/html');
    document.body.replaceChildren(...parsed.body.childNodes);
    const field = document.querySelector('[contenteditable]');
    const line = field ? skeletonOf(field) : '';
    expect(line).not.toMatch(/secret/i);
    expect(line).toContain('main[id][class][data-owner][role=main] > ');
    expect(line).toContain('div[role][title][contenteditable=true][aria-multiline=true]');
  });

  it('goes on through an open shadow root', () => {
    const host = document.createElement('mail-app');
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.replaceChildren(host);
    expect(skeletonOf(inner)).toBe('html > body > mail-app > p');
  });
});
