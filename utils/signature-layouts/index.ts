import type { SignatureLayout } from './signature-layout';

/** In the order in which they are shown or asked. */
export const signatureLayouts: readonly SignatureLayout[] = [];
