import type { Verifier } from './verifier';

/** In the order in which they are shown or asked. */
export const verifiers: readonly Verifier[] = [];
