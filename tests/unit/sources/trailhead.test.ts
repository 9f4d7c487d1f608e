import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/badge';
import { toAppError } from '@/utils/errors';
import type { IoRequest } from '@/utils/io';
import { trailhead } from '@/utils/sources/trailhead';
import { fakeIo } from '../fake-io';

const account = trailhead.parseAccount('https://www.salesforce.com/trailblazer/haneul-kim') as Account;
const codeOf = (json: unknown, cursor: string | null = null) =>
  trailhead.fetchRecords(account, cursor, fakeIo({ '*': { json } })).then(
    () => 'fine',
    (cause: unknown) => toAppError(cause).code,
  );
const awards = (endCursor: string | null, hasNextPage: boolean) => ({
  data: {
    profile: {
      __typename: 'PublicProfile',
      earnedAwards: { edges: [], pageInfo: { endCursor, hasNextPage } },
    },
  },
});

describe('trailhead', () => {
  it('is marked as unofficial', () => {
    expect(trailhead.standing).toBe('unofficial');
  });

  it.each([
    [{ data: { profile: { __typename: 'PrivateProfile' } } }, 'private-profile'],
    [{ data: { profile: null } }, 'not-found'],
    [{ data: { profile: { __typename: 'RobotProfile' } } }, 'bad-response'],
    [{ errors: [{ message: 'no such field' }] }, 'bad-response'],
    [{ data: { profile: { __typename: 'PublicProfile', credential: null } } }, 'fine'],
    [{ data: { profile: { __typename: 'PublicProfile' } } }, 'bad-response'],
  ])('reads %j as %s', async (json, code) => {
    expect(await codeOf(json)).toBe(code);
  });

  it('breaks off a list that goes round: what is cut short would make the rest look gone', async () => {
    expect(await codeOf(awards('MQ==', true), '2 MQ==')).toBe('bad-response');
    expect(await codeOf(awards('Mg==', true), '200 MQ==')).toBe('bad-response');
    expect(await codeOf(awards('Mg==', true), '2 MQ==')).toBe('fine');
    expect(await codeOf(awards(null, false), '2 MQ==')).toBe('fine');
  });

  it('asks for one profile by its name, with the cursor of the page before', async () => {
    const io = fakeIo({ '*': { json: awards(null, false) } });
    let sent: IoRequest | undefined;
    await trailhead.fetchRecords(account, '2 MQ==', {
      ...io,
      fetch: (url, request) => {
        sent = request;
        return io.fetch(url, request);
      },
    });
    expect(io.asked).toEqual(['https://profile.api.trailhead.com/graphql']);
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      operationName: 'GetTrailheadBadges',
      variables: { slug: 'haneul-kim', hasSlug: true, after: 'MQ==' },
    });
  });
});
