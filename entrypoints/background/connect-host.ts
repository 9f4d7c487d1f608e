import { browser } from 'wxt/browser';
import type { GrantRow } from '@/utils/db';
import { AppError } from '@/utils/errors';
import { createIo } from '@/utils/http';
import { storeGrant } from '@/utils/library-grants';
import type { HandlersOf } from '@/utils/messages';
import type { AccountMessages } from '@/utils/messages-accounts';
import { createLoggedIo } from '@/utils/network-log';
import { revokeGrant } from '@/utils/oauth';
import { findRevocationUrl } from '@/utils/oauth-metadata';
import { keepPending, takePending, type PendingHost } from '@/utils/oauth-pending';
import { beginSignIn, endSignIn, type SignedIn } from '@/utils/oauth-sign-in';
import { findHost } from '@/utils/sources/find-host';
import { hostsOf } from '@/utils/sources/sign-in-host';
import type { Io } from '@/utils/io';
import { pull } from './pulls';
import { requireConsent } from './require';

/** Signing in at hosts with an API of the standard. */
export const hostHandlers: Pick<HandlersOf<AccountMessages>, 'connectHost' | 'finishSignIn'> = {
  async connectHost({ base }) {
    await requireConsent();
    const io = createLoggedIo('signin');
    const found = await findHost(base, io);
    const { host } = found;
    const hosts = await notGranted(hostsOf(host));
    // Only a page may ask the user, and only inside a click.
    if (hosts.length > 0) {
      const signsInAt = new URL(host.authorizationUrl).hostname;
      return { outcome: 'needs-hosts', name: host.name, signsInAt, hosts };
    }
    const { url, pending } = await beginSignIn(host, host.scopes, {
      io,
      redirectUri: browser.identity.getRedirectURL(),
      version: browser.runtime.getManifest().version,
    });
    return { outcome: 'sign-in', url: url.href, signInId: await keepPending({ found, signIn: pending }) };
  },
  async finishSignIn({ signInId, landed }) {
    await requireConsent();
    const pending = await takePending(signInId);
    if (!pending) throw new AppError('cancelled', 'nobody is signing in');
    const io = createLoggedIo('signin');
    const signedIn = await endSignIn(pending.signIn, landed, io);
    const before = await storeGrant(pending.found.account, await toGrant(pending, signedIn, io), new Date());
    if (before) void revokeGrant(before, io);
    const { id } = pending.found.account;
    await pull(id);
    return { accountId: id };
  },
};

/**
 * Gives back what hosts granted, when everything is erased: without a line in the log, which is erased as well. Who does
 * not answer within seconds does not keep the user waiting.
 */
export async function revokeAll(grants: readonly GrantRow[]): Promise<void> {
  const io = createIo({
    log: () => undefined,
    hasPermission: (url) => browser.permissions.contains({ origins: [`${url.origin}/*`] }),
    signal: AbortSignal.timeout(5_000),
  });
  await Promise.all(grants.map((grant) => revokeGrant(grant, io)));
}

async function toGrant(
  { found, signIn }: PendingHost,
  { client, tokens }: SignedIn,
  io: Io,
): Promise<GrantRow> {
  const { account, host } = found;
  return {
    accountId: account.id,
    apiBase: host.apiBase,
    tokenUrl: host.tokenUrl,
    revocationUrl: host.revocationUrl ?? (await findRevocationUrl(host.tokenUrl, io)),
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    expiresAt: tokens.expiresAt,
    scopes: grantedScopes(signIn.scopes, tokens),
  };
}

/** A host that does not say has granted what was asked (RFC 6749, section 5.1). The first is the right to read. */
function grantedScopes(asked: readonly string[], { scopes }: SignedIn['tokens']): readonly string[] {
  const [read] = asked;
  if (scopes && read && !scopes.includes(read))
    throw new AppError('sign-in-refused', 'without the right to read');
  return scopes ?? asked;
}

async function notGranted(patterns: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const pattern of patterns) {
    if (!(await browser.permissions.contains({ origins: [pattern] }))) missing.push(pattern);
  }
  return missing;
}
