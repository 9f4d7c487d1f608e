import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { AppError, toAppError, type ErrorRecord } from '@/utils/errors';
import { send } from '@/utils/messages';
import type { ConnectedHost } from '@/utils/messages-accounts';
import { accountsAt } from '@/utils/sources/find-host';

/** How far signing in at a host has come. */
export type HostState =
  | { readonly step: 'idle' | 'waiting' | 'done' }
  | { readonly step: 'needs-hosts'; readonly needs: NeededHosts }
  | { readonly step: 'refused'; readonly hosts: readonly string[] }
  | { readonly step: 'failed'; readonly error: ErrorRecord };

export type NeededHosts = Extract<ConnectedHost, { outcome: 'needs-hosts' }>;

/** The host that would be asked first, for what the user typed; null while it is none. */
export function hostIn(input: string): string | null {
  return accountsAt(input)[0]?.handle.split('/')[0] ?? null;
}

/** Signs in at a host. Permissions are asked for inside the clicks that call `connect` and `allow`. */
export function useConnectHost() {
  const [state, setState] = useState<HostState>({ step: 'idle' });
  const finish = async (base: string, hosts: readonly string[], asked: Promise<boolean>) => {
    setState({ step: 'waiting' });
    try {
      if (!(await asked)) return setState({ step: 'refused', hosts });
      const reply = await send('connectHost', { base });
      if (reply.outcome === 'needs-hosts') return setState({ step: 'needs-hosts', needs: reply });
      const { signInId } = reply;
      await send('finishSignIn', { signInId, landed: await letSignIn(new URL(reply.url)) });
      setState({ step: 'done' });
    } catch (cause) {
      setState({ step: 'failed', error: toAppError(cause).toRecord() });
    }
  };
  // No await before the request: it would let go of the click.
  const ask = (base: string, hosts: readonly string[], origins: readonly string[]) =>
    void finish(base, hosts, browser.permissions.request({ origins: [...origins] }));
  return {
    state,
    reset: () => setState({ step: 'idle' }),
    connect(base: string) {
      const host = hostIn(base);
      if (host) ask(base, [host], [`https://${host}/*`]);
    },
    allow(base: string, { hosts }: NeededHosts) {
      ask(base, hosts.map(hostOfPattern), hosts);
    },
  };
}

/** Opens the host's page in a window of the browser's own; resolves with the address at which it sent the user back. */
async function letSignIn(url: URL): Promise<string> {
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

/** `https://api.example.org/*` → `api.example.org`. */
export function hostOfPattern(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
