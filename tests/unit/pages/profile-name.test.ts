import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findProfileName } from '@/utils/pages/profile-name';

const at = (pathname: string) => ({ pathname });
const page = (title: string, body: string) =>
  new DOMParser().parseFromString(`<title>${title}</title>${body}`, 'text/html');

describe('the name of a profile', () => {
  it.each([
    ['Jane Doe | LinkedIn', '<main><h1> Jane\n Doe </h1></main>', 'Jane Doe'],
    ['(12) 김민지 | LinkedIn', '<section componentkey="xTopcard"><h2>김민지</h2></section>', '김민지'],
    ['(9+) Jane Doe - Engineer - Harbour | LinkedIn', '<main><h1>Jane Doe</h1></main>', 'Jane Doe'],
    // The page before, a heading of a section, no heading at all.
    ['Minjun Park | LinkedIn', '<main><h1>Jane Doe</h1></main>', null],
    ['Jane Doe | LinkedIn', '<main><h2>Jane Doe</h2></main>', null],
    ['Jane Doe | LinkedIn', '', null],
  ])('%s: %s', (title, body, name) => {
    expect(findProfileName(page(title, body), at('/in/jane-doe/'))).toBe(name);
  });

  it('is not read anywhere but on a profile', () => {
    expect(
      findProfileName(page('Jane Doe | LinkedIn', '<main><h1>Jane Doe</h1></main>'), at('/feed/')),
    ).toBeNull();
  });

  it('is found in a recorded profile (where the recording is)', () => {
    const file = '../shared/captures/linkedin/profile_sdui_a_2026-04.html';
    if (!existsSync(file)) return console.log(`${file} is not here`);
    const recorded = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/html');
    return expect(findProfileName(recorded, at('/in/somebody/'))).toMatch(/^\S+ \S+$/);
  });
});
