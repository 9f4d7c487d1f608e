import type { Knowledge, KnownAccount } from '@/utils/doctor/knowledge';
import type { SourceId } from '@/utils/badge';

/** A library with one Credly account that is well and up to date. */
export function makeKnowledge(known: Partial<Knowledge> = {}): Knowledge {
  return {
    accounts: [makeAccount()],
    badges: 12,
    pending: [],
    private: 0,
    expired: 0,
    retired: 0,
    gone: 0,
    loneExams: [],
    waiting: [],
    ...known,
  };
}

export function makeAccount(account: Partial<KnownAccount> & { source?: string } = {}): KnownAccount {
  const { source = 'credly', ...rest } = account;
  return {
    sourceId: source as SourceId,
    handle: 'haneul-kim',
    stated: 12,
    found: 12,
    age: 0,
    error: null,
    isPulling: false,
    isTranscript: false,
    ...rest,
  };
}
