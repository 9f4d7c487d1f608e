import { benchBackground } from './background.ts';
import { benchContentScripts } from './content.ts';
import { launch, makeBareExtension, makeMeasuredCopy } from './extension.ts';
import { benchPopup } from './popup.ts';
import { reportHeader } from './report.ts';

/** Prints what speed is, each beside a bare reference of the same run. Judges nothing. Build first: `npm run build`. */
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
