import type { OpenBadgeCredential } from '../open-badges/v3';
import { fieldsOf, idOf, listOf, textsOf } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';
import { fetchDocument } from './fetch-document';
import type { VerifyContext } from './verifier';

/** Kinds of schema that say what a credential must look like. */
const validators = ['1EdTechJsonSchemaValidator2019', 'JsonSchema', 'JsonSchemaValidator2018'];
/** A pattern in a schema can keep a regular expression busy for ever, so only the standard's own schemas are run. */
const publishers = ['purl.imsglobal.org', 'purl.1edtech.org'];

/**
 * Compares a credential with the JSON schema that it names, as a note: many real badges differ from it in harmless
 * ways (facts on verification, section 5, no. 26), and what leaves a badge without meaning is judged elsewhere.
 */
export async function checkSchema({ json }: OpenBadgeCredential, context: VerifyContext): Promise<Check[]> {
  const address = listOf(json['credentialSchema'])
    .filter(({ type }) => textsOf(type).some((name) => validators.includes(name)))
    .map(idOf)
    .find((id) => id !== null);
  if (!address || context.depth > 0) return [];
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  if (!publishers.includes(host)) return [check('schema', 'unknown', address)];
  const fetched = await fetchDocument(address, context.io);
  if (fetched.kind !== 'document' || fetched.gone) return [check('schema', 'unknown', address, host)];
  return [await compare(json, fetched.json, address, host)];
}

async function compare(json: object, schema: unknown, address: string, host: string): Promise<Check> {
  const { Validator } = await import('@cfworker/json-schema');
  try {
    const { valid, errors } = new Validator(fieldsOf(schema) ?? {}, '2019-09').validate(json);
    const fault = errors.at(-1);
    return check(
      'schema',
      valid ? 'pass' : 'fail',
      fault ? `${fault.instanceLocation}: ${fault.error}` : address,
      host,
    );
  } catch (cause) {
    return check('schema', 'unknown', String(cause), host);
  }
}
