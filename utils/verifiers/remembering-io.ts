import { AppError, toAppError } from '../errors';
import { toCopies, type Io, type IoRequest } from '../io';

/** Documents that one verification may ask for: a hostile badge must not make us knock at many doors. */
const maxRequests = 60;
/** Milliseconds after which a verification stops to ask; what is open then stays unknown. */
const askWithin = 60_000;

/** What is known at the end of a verification besides its answers. */
export interface RememberingIo extends Io {
  /** Hosts that could not be asked because the browser does not grant them (also hops of a redirect). */
  readonly missingHosts: ReadonlySet<string>;
}

/**
 * An io that asks each address once: parts of a verification read the same documents, and all must see the same ones.
 * Documents move, so redirects are followed.
 * @throws AppError `refused-address` (from `fetch`) after 60 different addresses
 */
export function createRememberingIo(io: Io): RememberingIo {
  const answers = new Map<string, Promise<() => Response>>();
  const missingHosts = new Set<string>();
  const note = (cause: unknown) => {
    const { code, message } = toAppError(cause);
    if (code === 'permission-needed') missingHosts.add(message);
  };
  const deadline = AbortSignal.timeout(askWithin);
  async function ask(address: string | URL, request: IoRequest = {}): Promise<Response> {
    const key = `${request.accept ?? ''} ${String(address)}`;
    const known = answers.get(key);
    if (known) return (await known)();
    if (answers.size >= maxRequests)
      throw new AppError('refused-address', `the badge names more than ${maxRequests} documents`);
    if (deadline.aborted)
      throw new AppError('timeout', `the verification took longer than ${askWithin / 1000} s`);
    const answer = io.fetch(address, { signal: deadline, redirect: 'follow', ...request }).then(toCopies);
    answers.set(key, answer);
    answer.catch(note);
    return (await answer)();
  }
  return { fetch: ask, now: () => io.now(), missingHosts };
}
