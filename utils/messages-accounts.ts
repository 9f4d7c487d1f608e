import type { AccountId, SourceId } from './badge';
import type { AccountRow, BadgeRow } from './db';
import type { HashedAddress } from './hashed-address';

/** The user's accounts. */
export interface AccountMessages {
  /**
   * Reads what the user pasted, stores the account (or the single badge's link) and starts to pull it. The page has asked
   * the browser for the hosts before. Throws `consent-needed`, `not-an-account`, `known-already` for a link that is there,
   * `source-off` for an unofficial source that the user has not switched on.
   */
  connectAccount(request: { input: string }): { accountId: AccountId };
  /** Puts the sample badges into the library. */
  addSampleBadges(request: object): { accountId: AccountId };
  /** Pulls one account, or all. Returns once the work is noted; progress is in the database. */
  syncAccounts(request: { accountId?: AccountId }): null;
  /** Stops what is being pulled. What came so far stays. */
  cancelSync(request: { accountId?: AccountId }): null;
  /** Removes an account with its rows, and the pictures that nothing shows any more. What others prove stays. */
  forgetAccount(request: { accountId: AccountId }): null;
  /** Undoes `forgetAccount` with what the page had read before: an account may have badges that its source no longer lists. */
  restoreAccount(request: { account: AccountRow; rows: readonly BadgeRow[] }): null;
  /** Gives an account the user's own name; an empty one takes it back. */
  nameAccount(request: { accountId: AccountId; label: string }): null;
  /** Notes that an account has this e-mail address as well; null forgets those that were noted. */
  noteAddress(request: { accountId: AccountId; address: HashedAddress | null }): null;
  /** The user has read what the last pull changed. */
  dismissSummary(request: { accountId: AccountId }): null;
  /** Switches a source on that is off until the user wants it (`standing: 'unofficial'`). */
  switchSource(request: { sourceId: SourceId; on: boolean }): null;
  /**
   * Begins to sign in at a host with an API of the standard (Badge Connect 2.1, Open Badges 3.0). `base` is what the user
   * typed, or an account of such a source to sign in at again. The page has asked the browser for the host of `base`; for
   * those that the host names itself it is sent back once. Then the page opens `url` in a window of the browser's own
   * (`identity.launchWebAuthFlow`): the user may take minutes, and the background does not live that long. Throws
   * `not-an-account`, `no-badge-api`, `sign-in-refused`.
   */
  connectHost(request: { base: string }): ConnectedHost;
  /**
   * Ends it with the address at which the window ended, and begins to pull. Throws `cancelled` when the user said no or
   * began another one, `sign-in-refused`.
   */
  finishSignIn(request: { signInId: string; landed: string }): { accountId: AccountId };
}

/** How a sign-in at a host goes on. */
export type ConnectedHost =
  | { readonly outcome: 'sign-in'; readonly url: string; readonly signInId: string }
  /** The browser must be let ask these hosts first, as match patterns; a page asks the user and comes again. */
  | {
      readonly outcome: 'needs-hosts';
      /** The host's own name for itself. */
      readonly name: string;
      /** Where the user will sign in. */
      readonly signsInAt: string;
      readonly hosts: readonly string[];
    };
