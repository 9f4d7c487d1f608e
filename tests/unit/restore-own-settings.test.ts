import { describe, expect, it } from 'vitest';
import { mergeOwnSettings, type OwnSettings } from '@/utils/restore-own-settings';
import { parseRow } from '@/utils/restore-rows';
import { firstChoice } from '@/utils/share-card/choice';
import { defaultSignature } from '@/utils/signature-setting';

const file: OwnSettings = {
  organizationChoices: [
    { issuer: 'northwind', text: '1234567' },
    { issuer: 'harbour', text: 'Harbour (HB)' },
  ],
  favouritePlaces: ['mastodon', 'naver'],
  shareTemplates: { 'x en': 'From the file {url}', 'naver ko': '파일에서 {url}' },
  shareLanguage: 'ko',
  shareCard: { ...firstChoice, design: 'certificate' },
  mastodonServer: 'social.example.org',
};
const untouched: OwnSettings = {
  organizationChoices: [],
  favouritePlaces: null,
  shareTemplates: {},
  shareLanguage: null,
  shareCard: null,
  mastodonServer: null,
};
const present: OwnSettings = {
  ...untouched,
  organizationChoices: [{ issuer: 'northwind', text: 'Northwind here' }],
  shareTemplates: { 'x en': 'From here {url}' },
  shareLanguage: 'en',
};

describe('what was set for sharing', () => {
  it('comes back whole where nothing was set', () =>
    expect(mergeOwnSettings(untouched, file, 'merge')).toEqual(file));

  it('gives way to nothing that is here when a backup is added', () =>
    expect(mergeOwnSettings(present, file, 'merge')).toEqual({
      ...file,
      organizationChoices: [present.organizationChoices[0], file.organizationChoices[1]],
      shareTemplates: { ...file.shareTemplates, ...present.shareTemplates },
      shareLanguage: 'en',
    }));

  it('is what the file says when it takes the place of the library', () => {
    const replaced = mergeOwnSettings(present, file, 'replace');
    expect(replaced).toEqual({ ...file, organizationChoices: file.organizationChoices });
    // A file that says nothing of it, as those of old, takes nothing away.
    expect(mergeOwnSettings(present, { ...untouched, shareTemplates: {} }, 'replace')).toEqual(present);
  });
});

describe('the row of a backup', () => {
  const row = { signature: defaultSignature, ...file };

  it('is read as it was written', () => expect(parseRow('settings', row, 7)).toMatchObject(file));

  it.each([
    ['mastodonServer', 'https://social.example.org/@haneul'],
    ['mastodonServer', '127.0.0.1'],
    ['shareLanguage', 'xx'],
    ['shareCard', { ...firstChoice, design: 'none' }],
    ['shareTemplates', { 'x en': 5 }],
    ['favouritePlaces', 'mastodon'],
    ['organizationChoices', [{ issuer: 'northwind' }]],
  ])('loses one that is damaged, and no other: %s', (name, value) => {
    const read = parseRow('settings', { ...row, [name]: value }, 7);
    expect(read).toMatchObject({ signature: defaultSignature, ...file, [name]: null });
  });
});
