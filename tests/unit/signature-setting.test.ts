import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describe, expect, it } from 'vitest';
import { signature } from '@/utils/settings';
import { defaultSignature, toSignatureSetting } from '@/utils/signature-setting';

describe('the stored signature', () => {
  it('of the first version keeps its badges and gets the look that it had', async () => {
    await fakeBrowser.storage.local.set({
      signature: { layoutId: 'row', badgeIds: ['credly:1', 'credly:2'] },
      signature$: { v: 1 },
    });
    await signature.migrate();
    expect(await signature.getValue()).toEqual({ ...defaultSignature, badgeIds: ['credly:1', 'credly:2'] });
  });

  it('is the default while nothing is stored', async () => {
    expect(await signature.getValue()).toEqual(defaultSignature);
  });

  it.each([
    ['nothing', null, {}],
    ['a sentence', 'row', {}],
    ['a size that no layout has', { layoutId: 'card', badgeIds: [], size: 5000 }, { layoutId: 'card' }],
    ['a count beyond the most', { layoutId: 'grid', badgeIds: [], count: 99 }, { layoutId: 'grid' }],
    [
      'a contact that is none',
      { layoutId: 'contact', badgeIds: [], contact: { name: 7 } },
      { layoutId: 'contact' },
    ],
    ['badges that are no names', { layoutId: 'row', badgeIds: [1] }, {}],
  ])('takes of %s what can be understood', (_, stored, expected) => {
    expect(toSignatureSetting(stored)).toEqual({ ...defaultSignature, ...expected });
  });
});
