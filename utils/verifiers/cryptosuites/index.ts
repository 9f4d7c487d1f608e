import type { Cryptosuite } from './cryptosuite';
import { ecdsaSd2023 } from './ecdsa-sd-2023';
import { jcsSuites } from './jcs';
import { rdfcSuites } from './rdfc';

/** Suites that can be checked. */
export const cryptosuites: readonly Cryptosuite[] = [...rdfcSuites, ...jcsSuites, ecdsaSd2023];
