import { bakedForms } from './baked-forms.ts';
import { createCredentialForms } from './credential-forms.ts';
import type { Form } from './minted.ts';

/** Every form of 3.0, with its faults; some of them in every file that can carry a badge. */
export async function createForms(): Promise<readonly Form[]> {
  const credentials = await createCredentialForms();
  const carried = credentials.filter(({ name }) =>
    /^(?:eddsa-rdfc-2022|JWT, ES256).*2\.0, did:(?:key|jwk), badge$/.test(name),
  );
  return [...credentials, ...carried.flatMap(bakedForms)];
}
