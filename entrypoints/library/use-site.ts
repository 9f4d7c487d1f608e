import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/entrypoints/popup/use-setting';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { send } from '@/utils/messages';
import { sites } from '@/utils/settings';
import type { SiteId } from '@/utils/site';

/** `withdrawn`: switched on here, but the browser no longer grants it. `refused`: the user said no to the browser. */
export type SiteState = 'off' | 'on' | 'withdrawn' | 'asking' | 'refused';

interface Site {
  readonly state: SiteState;
  /** Match patterns that are switched on. */
  readonly matches: readonly string[];
  readonly error: ErrorRecord | null;
  /** Asks the browser, then switches on. Straight from a click: only there may a permission be asked for. */
  readonly switchOn: (origins: readonly string[], origin?: string) => void;
  readonly switchOff: (origin?: string) => void;
}

/** A site's switch: what the user chose, and what the browser grants. */
export function useSite(siteId: SiteId): Site {
  const all = useSetting(sites);
  const matches = all?.find((site) => site.siteId === siteId)?.matches ?? [];
  const isGranted = useGranted(matches);
  const [passing, setPassing] = useState<'asking' | 'refused' | null>(null);
  const [error, setError] = useState<ErrorRecord | null>(null);
  const fail = (cause: unknown) => setError(toAppError(cause).toRecord());
  const finish = async (asked: Promise<boolean>, origin: string | undefined) => {
    try {
      const isAllowed = await asked;
      if (isAllowed) await send('switchSite', origin ? { siteId, on: true, origin } : { siteId, on: true });
      setPassing(isAllowed ? null : 'refused');
    } catch (cause) {
      setPassing(null);
      fail(cause);
    }
  };
  const switchOn: Site['switchOn'] = (origins, origin) => {
    setError(null);
    setPassing('asking');
    // No await before the request: it would let go of the click.
    const asked = browser.permissions.request({ origins: [...origins] });
    void finish(asked, origin);
  };
  const switchOff: Site['switchOff'] = (origin) => {
    setPassing(null);
    send('switchSite', origin ? { siteId, on: false, origin } : { siteId, on: false }).catch(fail);
  };
  return { state: stateOf(passing, matches, isGranted), matches, error, switchOn, switchOff };
}

function stateOf(
  passing: 'asking' | 'refused' | null,
  matches: readonly string[],
  isGranted: boolean,
): SiteState {
  if (passing) return passing;
  if (matches.length === 0) return 'off';
  return isGranted ? 'on' : 'withdrawn';
}

/** Whether the browser grants all of these now; follows every change, also those made in the browser's own settings. */
function useGranted(matches: readonly string[]): boolean {
  const [isGranted, setIsGranted] = useState(true);
  const key = matches.join('\n');
  useEffect(() => {
    const ask = () =>
      void browser.permissions.contains({ origins: key.split('\n').filter(Boolean) }).then(setIsGranted);
    ask();
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    return () => {
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
    };
  }, [key]);
  return isGranted;
}
