import type { Account } from './badge';
import { switchedOnSources } from './settings';
import { badgeSources } from './sources/index';
import type { BadgeSource } from './sources/source';

/** The source of an account; undefined for one that this version no longer has. */
export function sourceOf({ sourceId }: Pick<Account, 'sourceId'>): BadgeSource | undefined {
  return badgeSources.find((source) => source.id === sourceId);
}

/** True for a source that has somebody to ask. */
export function hasNetwork(source: BadgeSource): boolean {
  return source.hosts.length > 0 || source.hostsOf !== undefined;
}

/** Unofficial sources are off until the user switches them on. */
export async function isSwitchedOn(source: BadgeSource): Promise<boolean> {
  if (source.standing !== 'unofficial') return true;
  return (await switchedOnSources.getValue()).includes(source.id);
}

/** True where a refresh has something to ask: not for files and samples, and not for a source that is off. */
export async function isRefreshable(account: Account): Promise<boolean> {
  const source = sourceOf(account);
  return source !== undefined && hasNetwork(source) && (await isSwitchedOn(source));
}

/** Accounts in the same lane are pulled one after another: those that ask the same host. */
export function laneOf(account: Account): string {
  const source = sourceOf(account);
  const [host] = source?.hostsOf?.(account) ?? source?.hosts ?? [];
  return host ?? account.sourceId;
}
