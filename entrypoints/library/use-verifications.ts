import { useEffect, useRef, useState } from 'preact/hooks';
import { toAppError, type ErrorRecord } from '@/utils/errors';
import { send } from '@/utils/messages';
import type { Verification } from '@/utils/verification';
import type { RecipientProfile } from '@/utils/verifiers/verifier';
import { createPreview } from './badge-preview';
import { nameOf, toContent, type Brought } from './verify-target';
import { digestOf, type ReportTarget } from './verify-report';

/** One thing that the user brought, and how far its check is. */
export interface Entry {
  readonly id: number;
  readonly brought: Brought;
  readonly state: 'waiting' | 'checking' | 'done';
  readonly target: ReportTarget;
  /** Object URL of its picture. */
  readonly preview: string | null;
  readonly verification: Verification | null;
  readonly error: ErrorRecord | null;
}

export interface Verifications {
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly verifyAll: (brought: readonly Brought[], recipient: RecipientProfile | null) => void;
  readonly verifyAgain: (id: number, recipient: RecipientProfile | null) => void;
  readonly remove: (id: number) => void;
}

let lastId = 0;

/** The checks of this tab, one after the other. Nothing outlives the tab. */
export function useVerifications(): Verifications {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const latest = useRef(entries);
  latest.current = entries;
  const queue = useRef(Promise.resolve());
  useEffect(() => () => latest.current.forEach(releasePreview), []);
  const change = (id: number, part: Partial<Entry>) =>
    setEntries((all) => all.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  const enqueue = (id: number, brought: Brought, recipient: RecipientProfile | null) => {
    queue.current = queue.current.then(() => verifyOne(brought, recipient, (part) => change(id, part)));
  };
  return {
    entries,
    verifyAll(all, recipient) {
      const added = all.map(toEntry);
      setEntries((before) => [...added, ...before]);
      for (const { id, brought } of added) enqueue(id, brought, recipient);
    },
    verifyAgain(id, recipient) {
      const entry = latest.current.find((candidate) => candidate.id === id);
      if (!entry) return;
      releasePreview(entry);
      change(id, { state: 'waiting', preview: null, error: null });
      enqueue(id, entry.brought, recipient);
    },
    remove(id) {
      latest.current.filter((entry) => entry.id === id).forEach(releasePreview);
      setEntries((before) => before.filter((entry) => entry.id !== id));
    },
  };
}

function toEntry(brought: Brought): Entry {
  lastId += 1;
  const target = { kind: brought.kind, name: nameOf(brought), sha256: '' };
  return { id: lastId, brought, state: 'waiting', target, preview: null, verification: null, error: null };
}

async function verifyOne(
  brought: Brought,
  recipient: RecipientProfile | null,
  change: (part: Partial<Entry>) => void,
): Promise<void> {
  change({ state: 'checking', error: null });
  try {
    const { content, bytes } = await toContent(brought);
    const target = { kind: brought.kind, name: nameOf(brought), sha256: await digestOf(bytes) };
    change({ target, preview: brought.kind === 'file' ? createPreview(bytes) : null });
    change({ state: 'done', verification: await send('verifyAnything', { content, recipient }) });
  } catch (cause) {
    change({ state: 'done', error: toAppError(cause).toRecord() });
  }
}

function releasePreview({ preview }: Entry): void {
  if (preview) URL.revokeObjectURL(preview);
}
