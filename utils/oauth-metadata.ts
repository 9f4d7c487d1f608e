import * as v from 'valibot';
import { safeUrl, type WebUrl } from './html';
import type { Io } from './io';
import { readJson } from './read-json';

const schema = v.object({ revocation_endpoint: v.string() });

/**
 * Where tokens are given back, for a host whose own description does not say it (Open Badges 3.0 has no word for it): in
 * the metadata of its authorization server (RFC 8414), which lies beside the token endpoint. Null when there is none.
 */
export async function findRevocationUrl(tokenUrl: WebUrl, io: Io): Promise<WebUrl | null> {
  const { origin } = new URL(tokenUrl);
  try {
    const response = await io.fetch(`${origin}/.well-known/oauth-authorization-server`, {
      maxBytes: 200_000,
    });
    const read = v.safeParse(schema, await readJson(response, io.now()));
    const url = read.success ? safeUrl(read.output.revocation_endpoint) : null;
    // A token must go to nobody who did not give it.
    return url && new URL(url).origin === origin ? url : null;
  } catch {
    // Without it a token ends by itself one day; no reason not to connect.
    return null;
  }
}
