import { credentialJwt } from './credential-jwt';
import { dataIntegrity } from './data-integrity';
import { hosted } from './hosted';
import { signed } from './signed';
import type { Verifier } from './verifier';

/** In the order in which they are asked; the first that recognises a target checks it. */
export const verifiers: readonly Verifier[] = [hosted, dataIntegrity, credentialJwt, signed];
