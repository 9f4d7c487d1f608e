import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as verifier from '@/utils/verify';

/**
 * The verifier as a script of its own, run in the background by `load-verifier.ts` when a badge is first checked. Seven
 * eighths of the background's code would otherwise be read at each of its starts, most of which check nothing.
 */
export default defineUnlistedScript(() => {
  globalThis.lapelPinVerifier = verifier;
});
