import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { webmails } from '@/utils/webmails/index';

const fixtures = readdirSync('tests/fixtures/pages');

describe.each(webmails)('webmail $id', (webmail) => {
  it('has an id and a name of its own, and asks only for https hosts', () => {
    expect(webmail.id).toMatch(/^[a-z0-9-]+$/);
    expect(webmails.filter(({ id }) => id === webmail.id)).toHaveLength(1);
    expect(webmail.name.trim()).not.toBe('');
    for (const match of webmail.matches) expect(match).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9.-]+\/\*$/);
  });

  it('is proved by pages: a message being written and a message being read', () => {
    expect(existsSync('tests/fixtures/pages')).toBe(true);
    for (const surface of [
      'compose',
      ...(webmail.message.length > 0 ? ['message'] : []),
      ...(webmail.sender ? ['claim'] : []),
    ]) {
      const file = `${webmail.id}-${surface}.html`;
      expect(fixtures, `${webmail.id}: needs tests/fixtures/pages/${file}`).toContain(file);
    }
  });

  it('selects by role, id and structure, never by words', () => {
    const { compose, signature, message, messageFrames = [], signs, sender = [] } = webmail;
    const surfaces = [compose, ...(signature ? [signature] : [])];
    const candidates = surfaces.flatMap(({ candidates: own, within }) => [...own, ...within]);
    const all = [...candidates, ...message, ...messageFrames, ...signs, ...sender];
    for (const { selector } of all) expect(selector).not.toMatch(/aria-label|title=|placeholder/);
  });

  it('has two locators for what it draws beside, and its most lasting candidates first', () => {
    const { compose, signature } = webmail;
    for (const surface of [compose, ...(signature ? [signature] : [])]) {
      expect(surface.candidates.length).toBeGreaterThan(0);
      expect(surface.within.length > 0 || surface.at !== undefined).toBe(true);
      for (const part of [surface.candidates, surface.within]) {
        const order = part.map(({ tier }) => ['role', 'hook', 'structure', 'class'].indexOf(tier));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
    }
  });
});
