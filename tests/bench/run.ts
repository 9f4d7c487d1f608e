import { benchBackground } from './background.ts';
import { benchCard } from './card.ts';
import { benchContentScripts } from './content.ts';
import { launch, makeBareExtension, makeMeasuredCopy } from './extension.ts';
import { benchLibrary } from './library.ts';
import { benchPopup } from './popup.ts';
import { reportHeader } from './report.ts';
import { benchSignature } from './signature.ts';
import { benchSync } from './sync.ts';
import { benchVerifier } from './verifier.ts';

/**
 * Prints what speed is, each beside a bare reference of the same run. Judges nothing. Build first: `npm run build`.
 * A name leaves out the others: `npm run bench -- verifier`, `pages`, `library`, `sync`, `signature`, `card`.
 */
const [only] = process.argv.slice(2);
const isWanted = (name: string) => only === undefined || only === name;
if (isWanted('verifier')) await benchVerifier();
if (isWanted('pages')) await benchPages();
if (isWanted('library')) await benchLibrary();
if (isWanted('sync')) await benchSync();
if (isWanted('signature')) await benchSignature();
if (isWanted('card')) await benchCard();

async function benchPages(): Promise<void> {
  const product = makeMeasuredCopy();
  const context = await launch([product, makeBareExtension()]);
  try {
    reportHeader();
    await benchPopup(context);
    await benchContentScripts(context, product);
    await benchBackground(context);
  } finally {
    await context.close();
  }
}
