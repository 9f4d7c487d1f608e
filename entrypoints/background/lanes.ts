import type { AccountId } from '@/utils/badge';
import { db } from '@/utils/db';
import { createLoggedIo } from '@/utils/network-log';
import { authorizedIo } from '@/utils/oauth';
import { pendingPulls, pullAccount } from '@/utils/sync';
import { laneOf } from '@/utils/sync-sources';
import { inTurn, listSignal } from './stops';
import { showNewCount } from './toolbar';

/** Lists of different hosts that are pulled at the same time. */
const slotCount = 3;
/** Of this life of the background. */
let taken = 0;
const waiting: (() => void)[] = [];

/**
 * Pulls one account when it is its turn. Accounts of one host stand in line, also while two backgrounds overlap at an
 * update; of different hosts a few go at once, so that a slow source holds up nobody else's badges.
 */
export async function pullInLane(id: AccountId, onPage: () => Promise<void>): Promise<void> {
  const account = await db.accounts.get(id);
  if (!account) return;
  const signal = listSignal(id);
  await inTurn(`lapelpin-lane ${laneOf(account)}`, signal, () =>
    inSlot(async () => {
      // Somebody else may have pulled it, or told it to stop, while it stood in line.
      const { due } = await pendingPulls(new Date());
      if (!signal.aborted && due.includes(id)) await pullNow(id, signal, onPage);
    }),
  );
}

async function inSlot(work: () => Promise<void>): Promise<void> {
  if (taken >= slotCount) await new Promise<void>((done) => waiting.push(done));
  else taken += 1;
  try {
    await work();
  } finally {
    // The slot goes to who waited longest.
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

async function pullNow(id: AccountId, signal: AbortSignal, onPage: () => Promise<void>): Promise<void> {
  const io = createLoggedIo('list', signal);
  const onStored = async () => {
    await onPage();
    await showNewCount();
  };
  await pullAccount(id, { io, ioFor: (account) => authorizedIo(account, io), onPage: onStored, signal });
}
