import * as v from 'valibot';
import type { Account } from '../badge';
import type { Io } from '../io';
import { readJson } from '../read-json';

const hiddenSchema = v.object({ data: v.object({ profile_is_public: v.literal(false) }) });
const knownSchema = v.object({
  data: v.object({ synthetic_id: v.pipe(v.string(), v.uuid(), v.toLowerCase()) }),
});

/** What Credly says of a person beside the badges (facts on sources, 1.2). Names, places and pictures are not read. */
export interface CredlyProfile {
  /** The profile says of itself that it is not public. */
  readonly isHidden: boolean;
  /** Under which the badges from elsewhere are listed; null when it is not there. */
  readonly uuid: string | null;
}

/** @throws AppError as `readJson` and the io do */
export async function fetchProfile({ handle }: Account, io: Io): Promise<CredlyProfile> {
  const url = new URL(`https://www.credly.com/users/${encodeURIComponent(handle)}.json`);
  const profile = await readJson(await io.fetch(url, { accept: 'application/json' }), io.now());
  const known = v.safeParse(knownSchema, profile);
  return {
    isHidden: v.is(hiddenSchema, profile),
    uuid: known.success ? known.output.data.synthetic_id : null,
  };
}

/** Whether the profile itself says that it is hidden; a list that answers 404, or is empty, does not tell. */
export async function isHidden(account: Account, io: Io): Promise<boolean> {
  return fetchProfile(account, io).then(
    (profile) => profile.isHidden,
    () => false,
  );
}
