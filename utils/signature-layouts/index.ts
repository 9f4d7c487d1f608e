import { card } from './card';
import { contact } from './contact';
import { grid } from './grid';
import { line } from './line';
import { plainText } from './plain-text';
import { qr } from './qr';
import { row } from './row';
import type { SignatureLayout } from './signature-layout';

/** In the order in which they are shown. The first one is the default. */
export const signatureLayouts: readonly SignatureLayout[] = [row, line, card, grid, contact, qr, plainText];
