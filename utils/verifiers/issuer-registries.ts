import type { Io } from '../io';
import { isObject } from '../open-badges/v1';
import { lookUpInFederation } from './issuer-federation';
import { federationUrl, listHost } from './registry-addresses';

/** A public registry of issuers. */
interface Registry {
  /** As it calls itself. Not translated. */
  readonly name: string;
  readonly url: string;
  readonly lookUp: (issuerId: string, url: string, io: Io) => Promise<Listing>;
}

/** `unknown`: the registry could not be asked, or its answer is not to be believed. */
export type Listing = 'listed' | 'not-listed' | 'unknown';

/** What the registries say of an issuer. */
export interface RegistryAnswer {
  /** The first registry that lists it; null when none does. */
  readonly registry: string | null;
  /** For the report: who was asked, and who did not answer. */
  readonly detail: string;
}

/**
 * Registries of the Digital Credentials Consortium (https://github.com/digitalcredentials/issuer-registry-client). Its
 * sandbox and test registries are left out: anybody is let in there. The choice is ours and not fetched, for who writes
 * that list decides for the user whom to trust. Whole lists come first: asking for one issuer tells the registry
 * whose badge is being looked at.
 */
const registries: readonly Registry[] = [
  { name: 'DCC Registry', url: list('dcc-registry'), lookUp: lookUpInList },
  { name: 'DCC Pilot Registry', url: list('issuer-registry'), lookUp: lookUpInList },
  { name: 'DCC Community Registry', url: list('community-registry'), lookUp: lookUpInList },
  {
    name: 'DCC Member Registry',
    url: federationUrl,
    lookUp: lookUpInFederation,
  },
];

function list(name: string): string {
  return `${listHost}/${name}/registry.json`;
}

/** Asks one registry after the other until one lists the DID. Never throws: a registry that is away lists nobody. */
export async function askRegistries(did: string, io: Io): Promise<RegistryAnswer> {
  const asked: string[] = [];
  for (const { name, url, lookUp } of registries) {
    const listing = await lookUp(did, url, io).catch(() => 'unknown' as const);
    if (listing === 'listed') return { registry: name, detail: did };
    asked.push(`${name}: ${listing === 'unknown' ? 'no answer' : 'not listed'}`);
  }
  return { registry: null, detail: asked.join(', ') };
}

/** The older form: an object with the issuers' DIDs as names. */
async function lookUpInList(did: string, url: string, io: Io): Promise<Listing> {
  const response = await io.fetch(url);
  if (!response.ok) return 'unknown';
  const document: unknown = await response.json();
  const entries = isObject(document) ? document['registry'] : null;
  if (!isObject(entries)) return 'unknown';
  return Object.hasOwn(entries, did) && isObject(entries[did]) ? 'listed' : 'not-listed';
}
