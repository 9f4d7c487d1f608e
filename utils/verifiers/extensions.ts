import * as v from 'valibot';
import { safeUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';
import { inWords } from '../open-badges/v3-fields';
import { check, type Check } from '../verification';

/** What an extension's context says of its own validation (Open Badges 2.0, "Extensions", `obi:validation`). */
const contextSchema = v.looseObject({
  '@context': v.record(v.string(), v.unknown()),
  'obi:validation': v.optional(
    v.pipe(
      v.union([v.array(v.unknown()), v.looseObject({})]),
      v.transform((value) => (Array.isArray(value) ? value : [value])),
    ),
    [],
  ),
});
const validationSchema = v.looseObject({
  'obi:validatesType': v.string(),
  'obi:validationSchema': v.string(),
});

type Json = Readonly<Record<string, unknown>>;
type ExtensionContext = v.InferOutput<typeof contextSchema>;

/** Extensions that one document may carry; more are not looked at. */
const maxExtensions = 20;

/**
 * Judges the extensions in documents of Open Badges 1.1 and 2.0 by the JSON schemas that they name themselves. One that
 * its own schema refuses makes the badge invalid; what
 * cannot be reached is said and decides nothing, since an extension changes nothing of what was earned.
 */
export async function checkExtensions(documents: readonly unknown[], io: Io): Promise<readonly Check[]> {
  const extensions = documents.flatMap((document) => findExtensions(document, 0)).slice(0, maxExtensions);
  const checks: Check[] = [];
  for (const extension of extensions) checks.push(await checkExtension(extension, io));
  return checks;
}

/** Objects that say they are an extension, at most eight levels down. */
function findExtensions(value: unknown, depth: number): Json[] {
  if (depth > 8 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => findExtensions(item, depth + 1));
  const own = value as Json;
  const inner = Object.values(own).flatMap((item) => findExtensions(item, depth + 1));
  return typesOf(own).includes('Extension') ? [own, ...inner] : inner;
}

async function checkExtension(extension: Json, io: Io): Promise<Check> {
  const types = typesOf(extension);
  const name = types.find((type) => type !== 'Extension') ?? 'Extension';
  try {
    const contexts = await Promise.all(
      addressesOf(extension['@context']).map((url) => fetchContext(url, io)),
    );
    const validations = contexts.flatMap((context) => validationsOf(context, types));
    if (validations.length === 0) return check('context', 'unknown', `${name}: no schema`);
    const compacted = await compact(extension, contexts);
    const reasons = await Promise.all(validations.map((url) => refusalOf(compacted, url, io)));
    const refusal = reasons.find((reason) => reason !== null);
    return refusal ? check('extension', 'fail', `${name}: ${refusal}`) : check('extension', 'pass', name);
  } catch (cause) {
    return check('context', 'unknown', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

async function fetchContext(url: string, io: Io): Promise<ExtensionContext> {
  return v.parse(contextSchema, await fetchJson(url, io));
}

/** Schemas for the types that the extension says it has. */
function validationsOf(context: ExtensionContext, types: readonly string[]): string[] {
  return context['obi:validation'].flatMap((validation) => {
    const read = v.safeParse(validationSchema, validation);
    return read.success && types.includes(shortType(read.output['obi:validatesType']))
      ? [read.output['obi:validationSchema']]
      : [];
  });
}

/** The extension in the terms of its contexts, as its schema expects it: publishers also write whole IRIs. */
async function compact(extension: Json, contexts: readonly ExtensionContext[]): Promise<Json> {
  const { default: jsonld } = await import('jsonld');
  // The published types know no plain record as a context.
  const run = jsonld.compact as (input: object, context: object, options: object) => Promise<Json>;
  const context = contexts.map((document) => document['@context']);
  const refuse = () => Promise.reject(new Error('an extension’s context names another document'));
  const options = { documentLoader: refuse, compactArrays: true };
  return run({ ...extension, '@context': context }, context, options);
}

/** Why the schema refuses it; null when it does not. */
async function refusalOf(extension: Json, schemaUrl: string, io: Io): Promise<string | null> {
  const { Validator } = await import('@cfworker/json-schema');
  const schema = v.parse(v.looseObject({}), await fetchJson(schemaUrl, io));
  const draft = inWords(schema['$schema']).includes('draft-04') ? '4' : '7';
  const { valid, errors } = new Validator(schema, draft).validate(extension);
  return valid ? null : (errors.at(-1)?.error ?? 'refused by its schema');
}

async function fetchJson(address: string, io: Io): Promise<unknown> {
  const url = safeUrl(address.replace(/^http:/, 'https:'));
  if (!url) throw new Error(`${address} is no web address`);
  return readJson(
    await io.fetch(url, { accept: 'application/ld+json, application/json', maxBytes: 200_000 }),
    io.now(),
  );
}

function addressesOf(context: unknown): string[] {
  return [context].flat().filter((entry) => typeof entry === 'string');
}

function typesOf({ type }: Json): string[] {
  return [type]
    .flat()
    .filter((entry) => typeof entry === 'string')
    .map(shortType);
}

/** `https://w3id.org/openbadges/extensions#ApplyLink` and `extensions:ApplyLink` are the same. */
function shortType(type: string): string {
  return type
    .replace(/^https?:\/\/w3id\.org\/openbadges\/extensions#/, 'extensions:')
    .replace(/^(?:obi:|https?:\/\/w3id\.org\/openbadges#)Extension$/, 'Extension');
}
