import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeProofFile } from '@/utils/proof-file';
import { digestOf, readBadge } from '@/utils/read-badge';
import { matchRecipient, toReferenceTarget, verify } from '@/utils/verify';

/**
 * The verifier, and the reader of badge files, as a script of its own, run in the background by `load-verifier.ts` when a
 * badge is first checked or brought in. Seven eighths of the background's code would otherwise be read at each of its
 * starts, most of which check nothing.
 */
export default defineUnlistedScript(() => {
  globalThis.lapelPinVerifier = {
    verify,
    matchRecipient,
    toReferenceTarget,
    readBadge,
    digestOf,
    makeProofFile,
  };
});
