import { toForms } from './credential-forms.ts';
import type { Form } from './minted.ts';

/** Every form of the standard that can be minted, with its faults. */
export async function forms(): Promise<readonly Form[]> {
  return [...(await toForms())];
}
