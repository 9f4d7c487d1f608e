import { browser } from 'wxt/browser';
import type { SourceId } from '@/utils/badge';
import { claimRefreshMinutes, claimSenders } from '@/utils/claims';
import { db } from '@/utils/db';
import { AppError } from '@/utils/errors';
import {
  clearPlacements,
  dropClaim,
  openClaim,
  replacePlacements,
  settleClaims,
} from '@/utils/library-claims';
import type { HandlersOf } from '@/utils/messages';
import type { ClaimMessages, ClaimPageMessages } from '@/utils/messages-claims';
import { hasConsent } from '@/utils/settings';
import { pull } from './pulls';
import { requireConsent, requireSwitchedOn } from './require';

const alarmPrefix = 'claim-refresh ';
/** A user who goes to and fro between two tabs must not make us ask each time. */
const calmMs = 10_000;

/** Claiming from mail, and what is known of other places. */
export const claimHandlers: HandlersOf<ClaimMessages & ClaimPageMessages> = {
  async storePlacements({ placements }) {
    await requireConsent();
    await replacePlacements(placements);
    return null;
  },
  async forgetPlacements() {
    await clearPlacements();
    return null;
  },
  async dismissClaim({ claimId }) {
    await dropClaim(claimId);
    return null;
  },
  async noteClaim(request, sender) {
    await requireConsent();
    await requireSwitchedOn(sender);
    const claim = toCleanClaim(request);
    const isFirst = await openClaim(claim, new Date());
    if (isFirst) await remindUs();
    else await refreshWaiting(claim.sourceId);
    return null;
  },
};

/** The alarms of claims; registered with all other listeners when the background starts. */
export function registerClaims(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(alarmPrefix)) void refreshWaiting();
  });
}

/** Of what a page sent, only what a claim has: a source that sends such mails, and a digest. */
function toCleanClaim({ sourceId, digest }: { sourceId: SourceId; digest: string }) {
  const known = claimSenders.some((candidate) => candidate.sourceId === sourceId);
  if (!known || typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest))
    throw new AppError('unexpected', 'no claim');
  return { sourceId, digest };
}

/** Set anew by a later claim: all open ones are looked at together. */
async function remindUs(): Promise<void> {
  for (const minutes of claimRefreshMinutes)
    await browser.alarms.create(`${alarmPrefix}${minutes}`, { delayInMinutes: minutes });
}

/** Asks the accounts of the sources for whose badges somebody waits; after a note, unless they were asked a moment ago. */
async function refreshWaiting(only?: SourceId): Promise<void> {
  if (!(await hasConsent())) return;
  const waiting = await settleClaims(new Date());
  if (waiting.length === 0) return clearReminders();
  const sources = new Set(waiting.map(({ sourceId }) => sourceId).filter((id) => !only || id === only));
  const limit = new Date(Date.now() - (only ? calmMs : 0)).toISOString();
  const accounts = await db.accounts
    .filter((row) => sources.has(row.sourceId) && !row.progress && (row.syncedAt ?? '') < limit)
    .toArray();
  for (const { id } of accounts) await pull(id);
}

async function clearReminders(): Promise<void> {
  for (const minutes of claimRefreshMinutes) await browser.alarms.clear(`${alarmPrefix}${minutes}`);
}
