import { describe, expect, it } from 'vitest';
import { knownAs } from '@/utils/sources/known-as';

describe('known as', () => {
  it('names a page and a record of a source alike', () => {
    const id = 'b0000000-0000-4000-8000-000000000001';
    expect(
      knownAs(
        `https://www.credly.com/badges/${id}/public_url`,
        `https://api.credly.com/v1/obi/v2/badge_assertions/${id.toUpperCase()}`,
      ),
    ).toEqual([`credly:${id}`]);
  });

  it('leaves out who shared an address, and keeps what it names', () => {
    const share = 'https://learn.school.example/share/Mira/0A1B/';
    expect(knownAs(`${share}?sharingId=77&utm_source=x#top`, share)).toEqual([
      'learn.school.example/share/mira/0a1b',
    ]);
    expect(knownAs('https://school.example/show.php?lang=ko&id=7&gclid=1')).toEqual([
      'school.example/show.php?id=7',
    ]);
  });

  it('never takes two records of one script for the same', () => {
    const [one, other] = ['7', '8'].map((id) => knownAs(`https://school.example/assertion.php?b=${id}`));
    expect(one).not.toEqual(other);
  });

  it('takes numbers as they are, and nothing of nothing', () => {
    expect(knownAs('Microsoft#ABC-1', null, undefined, '')).toEqual(['microsoft#abc-1']);
  });
});
