import type { Tab as WholeTab } from './driver.ts';

/** All that is needed of a tab. */
type Tab = Pick<WholeTab, 'evaluate'>;

/** What the extension's database holds, read from one of its own pages. */
export interface LibraryState {
  readonly accounts: readonly {
    readonly handle: string;
    readonly statedTotal: number | null;
    readonly foundTotal: number | null;
    readonly progress: object | null;
    readonly error: { readonly code: string } | null;
  }[];
  readonly badges: readonly {
    readonly id: string;
    readonly name: string;
    readonly expiresOn: string | null;
    readonly missingSince: string | null;
  }[];
  /** How many pictures have bytes. */
  readonly pictures: number;
  readonly requests: readonly { readonly host: string; readonly purpose: string; readonly outcome: string }[];
}

/** Reads everything in one go, without Dexie: what is really stored. */
export function readLibrary(tab: Tab): Promise<LibraryState> {
  return tab.evaluate(async () => {
    const open = indexedDB.open('lapelpin');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.addEventListener('success', () => done(open.result));
      open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
      // Nobody has opened it yet: an empty one must not be left behind.
      open.addEventListener('upgradeneeded', () => open.transaction?.abort());
    });
    const names = ['accounts', 'badges', 'pictures', 'networkLog'];
    const transaction = database.transaction(names);
    const all = (name: string) =>
      new Promise<Record<string, unknown>[]>((done) => {
        const request = transaction.objectStore(name).getAll();
        request.addEventListener('success', () => done(request.result as Record<string, unknown>[]));
      });
    const [accounts = [], badges = [], pictures = [], requests = []] = await Promise.all(names.map(all));
    database.close();
    return {
      accounts,
      badges: badges.map(({ id, achievement, expiresOn, missingSince }) => ({
        id,
        expiresOn,
        name: (achievement as { name: string }).name,
        missingSince,
      })),
      pictures: pictures.filter(({ bytes }) => bytes !== null).length,
      requests,
    } as unknown as LibraryState;
  });
}

/** Lets a stored badge say something else, as if its host had stated it. */
export async function restateBadge(tab: Tab, id: string, name: string, issuer: string): Promise<void> {
  await tab.evaluate(
    async (badgeId: string, badgeName: string, issuerName: string) => {
      const open = indexedDB.open('lapelpin');
      const database = await new Promise<IDBDatabase>((done, failed) => {
        open.addEventListener('success', () => done(open.result));
        open.addEventListener('error', () => failed(open.error ?? new Error('no database')));
      });
      const badges = database.transaction('badges', 'readwrite').objectStore('badges');
      const get = badges.index('id').getAll(badgeId);
      await new Promise<void>((done) => {
        get.addEventListener('success', () => {
          for (const row of get.result as { achievement: object; issuer: object }[])
            badges.put({
              ...row,
              achievement: { ...row.achievement, name: badgeName },
              issuer: { ...row.issuer, name: issuerName },
            });
          badges.transaction.addEventListener('complete', () => done());
        });
      });
      database.close();
    },
    id,
    name,
    issuer,
  );
}

/** Stores settings as they stand in the extension's storage. */
export async function storeSettings(tab: Tab, items: object): Promise<void> {
  await tab.evaluate(async (all: object) => {
    const api = globalThis as unknown as { browser?: Storage; chrome: Storage };
    interface Storage {
      storage: { local: { set(items: object): Promise<void> } };
    }
    await (api.browser ?? api.chrome).storage.local.set(all);
  }, items);
}

/** Settings as they stand in the extension's storage. */
export function readSettings(tab: Tab, names: readonly string[]): Promise<Record<string, unknown>> {
  return tab.evaluate((keys: readonly string[]) => {
    const api = globalThis as unknown as { browser?: Storage; chrome: Storage };
    interface Storage {
      storage: { local: { get(keys: readonly string[]): Promise<Record<string, unknown>> } };
    }
    return (api.browser ?? api.chrome).storage.local.get(keys);
  }, names);
}

/** Agrees as the first run does, for journeys that are about something else. */
export async function giveConsent(tab: Tab): Promise<void> {
  await storeSettings(tab, { consent: { version: 2, at: new Date().toISOString() } });
}

/** Sends a message as one of our own pages does. */
export function ask<T>(tab: Tab, name: string, request: object = {}): Promise<T> {
  return tab.evaluate(
    async (message: object) => {
      const api = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
      interface Runtime {
        runtime: { sendMessage(message: object): Promise<{ ok: boolean; value: unknown; error: object }> };
      }
      const reply = await (api.browser ?? api.chrome).runtime.sendMessage(message);
      if (!reply?.ok) throw new Error(JSON.stringify(reply));
      return reply.value as T;
    },
    { name, request },
  );
}
