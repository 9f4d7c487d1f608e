import { bakedForms } from './baked-forms.ts';
import { createCredentialForms } from './credential-forms.ts';
import { hostedForms } from './hosted.ts';
import type { Form } from './minted.ts';
import { signedForms } from './signed.ts';

/** Forms whose badge is also put into every file that can carry one, and the faults that must be found there, too. */
const carried: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:eddsa-rdfc-2022|JWT, ES256).*2\.0, did:(?:key|jwk), badge$/, ['right', 'other words', 'revoked']],
  [/^(?:0\.5|2\.0) hosted$/, ['right', 'true copy', 'tampered copy', 'revoked, 410']],
  [/^2\.0 signed, RS256.*PEM$/, ['right', 'other words', 'revoked']],
];

/** Every form of 0.5 to 3.0, with its faults; some of them in every file that can carry a badge. */
export async function createForms(): Promise<readonly Form[]> {
  const forms = [...hostedForms, ...signedForms, ...(await createCredentialForms())];
  const baked = carried.flatMap(([pattern, faults]) =>
    forms.filter(({ name }) => pattern.test(name)).flatMap((form) => bakedForms(form, faults)),
  );
  return [...forms, ...baked];
}
