import type { BrowserContext } from '@playwright/test';
import { benchBackground } from './background.ts';
import { benchCard } from './card.ts';
import { benchContentScripts } from './content.ts';
import { benchFeed } from './feed.ts';
import { launch, makeBareExtension, makeMeasuredCopy } from './extension.ts';
import { benchLibrary } from './library.ts';
import { benchPopup } from './popup.ts';
import { reportHeader } from './report.ts';
import { benchSignature } from './signature.ts';
import { benchSync } from './sync.ts';
import { benchVerifier } from './verifier.ts';

/**
 * Prints what speed is, each beside a bare reference of the same run. Judges nothing. Build first: `npm run build`.
 * A name leaves out the others: `npm run bench -- verifier`, `pages`, `feed`, `library`, `sync`, `signature`, `card`.
 */
const [only] = process.argv.slice(2);
const isWanted = (name: string) => only === undefined || only === name;
if (isWanted('verifier')) await benchVerifier();
if (isWanted('pages')) await benchPages();
if (isWanted('feed')) await inBrowser(benchFeed);
if (isWanted('library')) await benchLibrary();
if (isWanted('sync')) await benchSync();
if (isWanted('signature')) await benchSignature();
if (isWanted('card')) await benchCard();

async function benchPages(): Promise<void> {
  await inBrowser(async (context, product) => {
    await benchPopup(context);
    await benchContentScripts(context, product);
    await benchBackground(context);
  });
}

async function inBrowser(
  measure: (context: BrowserContext, product: string) => Promise<void>,
): Promise<void> {
  const product = makeMeasuredCopy();
  const context = await launch([product, makeBareExtension()]);
  try {
    reportHeader();
    await measure(context, product);
  } finally {
    await context.close();
  }
}
