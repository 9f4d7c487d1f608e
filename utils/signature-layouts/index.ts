import { row } from './row';
import type { SignatureLayout } from './signature-layout';

/** In the order in which they are shown. The first one is the default. */
export const signatureLayouts: readonly SignatureLayout[] = [row];
