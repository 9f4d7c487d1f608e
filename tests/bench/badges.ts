import type { Page } from '@playwright/test';
import { extensionId } from './extension.ts';

/** Puts `count` invented badges into the product's own database, and the consent that opens the list. */
export async function fillLibrary(page: Page, count: number): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  const isMade = async () => (await indexedDB.databases()).some(({ name }) => name === 'lapelpin');
  // Not `waitForFunction`, which takes a promise for a yes. Opening it before the popup has made it would make it empty.
  while (!(await page.evaluate(isMade))) await page.waitForTimeout(50);
  await page.evaluate(putBadges, count);
  await page.goto('about:blank');
}

/** Runs in the page. About 2 kB a badge, as Credly's are. */
async function putBadges(count: number): Promise<void> {
  const chrome = (
    globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
  ).chrome;
  await chrome.storage.local.set({
    consent: { version: 2, at: new Date().toISOString() },
    consent$: { v: 1 },
  });
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('lapelpin');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('no database')));
  });
  const words = [
    'Cloud',
    'Data',
    '쿠버네티스',
    'Security',
    '접근성',
    'Network',
    '머신러닝',
    'Design',
    'Linux',
    '운영',
  ];
  const word = (index: number) => words[index % words.length] ?? '';
  const transaction = database.transaction('badges', 'readwrite');
  const store = transaction.objectStore('badges');
  store.clear();
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2010, 0, 1) + (index % 6000) * 86_400_000).toISOString().slice(0, 10);
    store.put({
      id: `credly:${index}`,
      sourceId: 'credly',
      accountId: 'credly:bench',
      achievement: {
        name: `${word(index)} ${word(index * 7 + 3)} ${index}`,
        description: 'Knows how to keep things running when one part of them fails. '.repeat(12),
        criteria: [{ text: 'Pass the exam', url: null }],
        skills: [word(index), word(index + 1), word(index + 2)],
        type: 'Certification',
        level: 'Intermediate',
        url: null,
      },
      issuer: { id: null, name: index % 3 ? 'Northwind Cloud Academy' : '한빛 클라우드 교육원', url: null },
      recipientName: 'Haneul Kim',
      issuedOn: day,
      expiresOn: null,
      evidence: [],
      state: 'public',
      pageUrl: `https://www.credly.com/badges/${index}`,
      imageUrl: null,
      credentialId: String(index),
      knownAs: [],
      basis: 'record',
      renewableFrom: null,
      addedAt: day,
      isNew: 0,
      runId: 'bench',
      missingSince: null,
    });
  }
  await new Promise((done) => transaction.addEventListener('complete', done));
  database.close();
}
