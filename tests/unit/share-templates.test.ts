import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  hashtagsOf,
  ownTemplate,
  placeholders,
  toHashtag,
  toShareWords,
} from '@/utils/share-templates';
import { hostileNames, makeBadge } from './make-badge';

const badge = makeBadge();
const page = badge.pageUrl ?? '';

describe('fillTemplate', () => {
  it.each([
    ['{badge} – {issuer}', 'Cloud Architect Associate – Northwind Cloud Academy'],
    ['{date}: {skills}', 'May 14, 2026: Networking, Resilience'],
    ['{url}{url}', page + page],
    ['{name} {Badge} {{badge}} {', '{name} {Badge} {Cloud Architect Associate} {'],
    ['no place at all', 'no place at all'],
  ])('fills %j', (template, text) => expect(fillTemplate(template, badge, 'en')).toBe(text));

  it('writes the day as the language does', () => {
    expect(fillTemplate('{date}', badge, 'ko')).toBe('2026년 5월 14일');
  });

  it('leaves nothing behind of what the badge lacks', () => {
    const bare = makeBadge({ issuedOn: '', pageUrl: null, issuer: { id: null, name: '', url: null } });
    expect(fillTemplate('A {badge} ({issuer})\n{url}\non {date}', bare, 'en')).toBe(
      'A Cloud Architect Associate\n\non',
    );
  });

  it('never reads a value as a template, and keeps each on one line', () => {
    for (const name of ['{url} {issuer}', ...hostileNames]) {
      const text = fillTemplate('{badge}', makeBadge({ achievement: { name } }), 'en');
      for (const bad of ['\r', '\n', '\u202E', '\u0000']) expect(text).not.toContain(bad);
      expect(text).not.toContain(page);
      expect([...text].length).toBeLessThanOrEqual(120);
    }
  });

  it('keeps every other letter of a template', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[{}()\s]/.test(text)),
        (text) => {
          expect(fillTemplate(text, badge, 'ko')).toBe(text);
        },
      ),
    );
  });

  it('fills each of our own templates whole', () => {
    for (const language of ['en', 'ko'] as const) {
      for (const kind of ['post', 'title', 'chat', 'mail', 'subject'] as const) {
        const text = fillTemplate(ownTemplate(kind, language), badge, language);
        expect(text).toContain('Cloud Architect Associate');
        for (const name of placeholders) expect(text).not.toContain(`{${name}}`);
        // Nothing of ours is put into anybody's words.
        expect(text).not.toMatch(/lapelpin|#/i);
      }
    }
  });

  it('takes the words of the user where there are some', () => {
    expect(toShareWords(badge, 'en', '{badge}', 'Mine {badge}')).toEqual({
      title: 'My badge: Cloud Architect Associate',
      text: 'Mine {badge}',
    });
    expect(toShareWords(badge, 'ko', '{badge}!', undefined).text).toBe('Cloud Architect Associate!');
  });
});

describe('hashtags', () => {
  it.each([
    ['Networking', '#Networking'],
    ['CI/CD pipelines', '#CICDPipelines'],
    ['C#', '#C'],
    ['머신러닝 기초', '#머신러닝기초'],
    ['cloud-native_apps', '#cloudNative_apps'],
    ['2024', null],
    ['!!!', null],
    ['x'.repeat(80), null],
  ])('of %j is %j', (skill, tag) => expect(toHashtag(skill)).toBe(tag));

  it('come once each, however they are written', () => {
    const achievement = { ...badge.achievement, skills: ['SQL', 'sql', 'Data', '**'] };
    expect(hashtagsOf({ achievement })).toEqual(['#SQL', '#Data']);
  });
});
