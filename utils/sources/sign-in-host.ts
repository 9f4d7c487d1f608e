import { AppError } from '../errors';
import { safeUrl, type WebUrl } from '../html';
import type { Io } from '../io';
import { readJson } from '../read-json';

/** A host of badges with an API of the standard, as it describes itself. */
export interface SignInHost {
  /** Its own name for itself. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly apiBase: WebUrl;
  readonly authorizationUrl: WebUrl;
  readonly tokenUrl: WebUrl;
  readonly registrationUrl: WebUrl;
  readonly revocationUrl: WebUrl | null;
  /** What we ask for: to read badges, and to go on doing so, as far as the host offers it. */
  readonly scopes: readonly string[];
}

/** A source whose badges lie behind a sign-in at a host that the user names. */
export interface SignInSource {
  /** Where the description of a host lies. `base` is what an account's handle says: a host, and a path where there is one. */
  descriptionUrl(base: string): WebUrl | null;
  /** @throws AppError `bad-response` when it is no description as the standard has it */
  parseDescription(json: unknown, base: string): SignInHost;
}

/** A host, and a path where there is one: `badges.example.org`, `example.org/api`. Lower case, without slash at the end. */
const basePattern = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9._~-]+)*$/i;

/** What the user typed as a base; null for anything that names no public host. */
export function parseBase(input: string): string | null {
  const text = input.trim();
  const address = safeUrl(/^https:\/\//i.test(text) ? text : `https://${text}`);
  if (!address) return null;
  const { host, pathname } = new URL(address);
  const base = `${host}${pathname}`
    .replace(/\/\.well-known\/badgeconnect\.json$|\/ims\/ob\/v3p0(?:\/discovery)?\/?$/, '')
    .replace(/\/+$/, '');
  return basePattern.test(base) ? base : null;
}

/** Asks a host for its description; the browser asks again only whether it changed (Cache-Control, ETag). */
export async function fetchHost(source: SignInSource, base: string, io: Io): Promise<SignInHost> {
  const url = source.descriptionUrl(base);
  if (!url) throw new AppError('not-an-account', base);
  const json = await readJson(await io.fetch(url, { revalidate: true, maxBytes: 500_000 }), io.now());
  return source.parseDescription(json, base);
}

/** An address of a description: some leave `https://` out, as the standard's own example does. */
export function toAddress(value: unknown): WebUrl | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return safeUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`);
}

/** Match patterns of every host that is asked by us: not the one where the user signs in, which is opened as a page. */
export function hostsOf({ apiBase, tokenUrl, registrationUrl, revocationUrl }: SignInHost): string[] {
  const asked = [apiBase, tokenUrl, registrationUrl, revocationUrl].filter((url) => url !== null);
  return [...new Set(asked.map((url) => `${new URL(url).origin}/*`))];
}
