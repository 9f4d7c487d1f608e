import { browser } from 'wxt/browser';
import type { GrantRow } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { storeGrant } from '@/utils/library-grants';
import type { HandlersOf } from '@/utils/messages';
import type { AccountMessages } from '@/utils/messages-accounts';
import { createLoggedIo } from '@/utils/network-log';
import { revokeGrant } from '@/utils/oauth';
import { findRevocationUrl } from '@/utils/oauth-metadata';
import { signIn, type SignedIn } from '@/utils/oauth-sign-in';
import { findHost, type FoundHost } from '@/utils/sources/find-host';
import { hostsOf } from '@/utils/sources/sign-in-host';
import type { Io } from '@/utils/io';
import { pull } from './pulls';
import { requireConsent } from './require';

/** Signing in at hosts with an API of the standard. */
export const hostHandlers: Pick<HandlersOf<AccountMessages>, 'connectHost'> = {
  async connectHost({ base }) {
    await requireConsent();
    const io = createLoggedIo('signin');
    const found = await findHost(base, io);
    const { account, host } = found;
    const hosts = await notGranted(hostsOf(host));
    // Only a page may ask the user, and only inside a click.
    if (hosts.length > 0) {
      const signsInAt = new URL(host.authorizationUrl).hostname;
      return { outcome: 'needs-hosts', name: host.name, signsInAt, hosts };
    }
    const before = await storeGrant(account, await toGrant(found, io), new Date());
    if (before) void revokeGrant(before, io);
    await pull(account.id);
    return { outcome: 'connected', accountId: account.id };
  },
};

async function toGrant({ account, host }: FoundHost, io: Io): Promise<GrantRow> {
  const { client, tokens } = await signIn(host, host.scopes, {
    io,
    launch,
    redirectUri: browser.identity.getRedirectURL(),
    version: browser.runtime.getManifest().version,
  });
  const revocationUrl = host.revocationUrl ?? (await findRevocationUrl(host.tokenUrl, io));
  const { accessToken, refreshToken, expiresAt } = tokens;
  const { apiBase, tokenUrl } = host;
  const { clientId, clientSecret } = client;
  const scopes = grantedScopes(host.scopes, tokens);
  const rest = { accessToken, refreshToken, expiresAt, scopes };
  return { accountId: account.id, apiBase, tokenUrl, revocationUrl, clientId, clientSecret, ...rest };
}

/** A host that does not say has granted what was asked (RFC 6749, section 5.1). The first is the right to read. */
function grantedScopes(asked: readonly string[], { scopes }: SignedIn['tokens']): readonly string[] {
  const [read] = asked;
  if (scopes && read && !scopes.includes(read))
    throw new AppError('sign-in-refused', 'without the right to read');
  return scopes ?? asked;
}

/** Opens the host's page in a window of the browser's own; resolves with the address at which it sent the user back. */
async function launch(url: URL): Promise<string> {
  try {
    const landed = await browser.identity.launchWebAuthFlow({ url: url.href, interactive: true });
    if (landed) return landed;
  } catch (cause) {
    // Both browsers say only in words why it ended; all but one of the reasons is that the user closed the window.
    if (cause instanceof Error && /could not be loaded/i.test(cause.message))
      throw new AppError('offline', `${url.hostname} could not be loaded`);
  }
  throw new AppError('cancelled', `${url.hostname}: not signed in`);
}

async function notGranted(patterns: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const pattern of patterns) {
    if (!(await browser.permissions.contains({ origins: [pattern] }))) missing.push(pattern);
  }
  return missing;
}
