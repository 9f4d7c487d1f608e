import { benchBackground } from './background.ts';
import { benchContentScripts } from './content.ts';
import { launch, makeBareExtension, makeMeasuredCopy } from './extension.ts';
import { benchPopup } from './popup.ts';
import { reportHeader } from './report.ts';
import { benchVerifier } from './verifier.ts';

/**
 * Prints what speed is, each beside a bare reference of the same run. Judges nothing. Build first: `npm run build`.
 * A name leaves out the other: `npm run bench -- verifier` or `npm run bench -- pages`.
 */
const [only] = process.argv.slice(2);
if (only !== 'pages') await benchVerifier();
if (only !== 'verifier') await benchPages();

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
