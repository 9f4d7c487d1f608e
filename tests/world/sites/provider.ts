import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { page } from '../answer.ts';

/** Where people of the world sign in. */
export const accountsHost = 'accounts.lighthouse.example.org';
const scopes = [
  'https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly',
  'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly',
  'offline_access',
];
/** The one who is signed in by the button. */
const accountId = 'jisoo.park';

/** What a test may look at and break. */
export interface ProviderState {
  /** Tokens by their kind, in the order in which they were given. */
  readonly given: { readonly kind: 'access' | 'refresh'; readonly id: string }[];
  /** Refresh tokens that were given back. */
  readonly revoked: string[];
  readonly registered: { readonly redirectUris: readonly string[]; readonly name: string }[];
  /** Refresh tokens that were used. */
  readonly renewals: string[];
}

/**
 * A real authorization server (oidc-provider): dynamic registration, PKCE, refresh tokens that count once, revocation.
 * Behind the world's server as behind a reverse proxy; only its two pages for people are ours.
 */
export async function startProvider() {
  const { Provider } = await quietly(() => import('oidc-provider'));
  const state: ProviderState = { given: [], revoked: [], registered: [], renewals: [] };
  const provider = await quietly(async () => new Provider(`https://${accountsHost}`, configuration));
  provider.proxy = true;
  watch(provider, state);
  const answer = provider.callback();
  const server = http.createServer((request, response) => {
    const isOurs = request.url?.startsWith('/interaction/');
    void (isOurs ? interact(provider, request, response) : answer(request, response)).catch(
      (cause: unknown) => {
        response.writeHead(500).end(String(cause));
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: accountsHost,
    port: (server.address() as AddressInfo).port,
    state,
    /** Who asks, or null when the token does not count (any more). */
    async whoHas(authorization: string | undefined, scope: string): Promise<string | null> {
      const [, token = ''] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
      const found = token ? await provider.AccessToken.find(token) : undefined;
      return found && !found.isExpired && found.scope?.split(' ').includes(scope) ? found.accountId : null;
    },
    /** All tokens that were given so far end now: the host has thrown us out. */
    async endEverything() {
      for (const { kind, id } of state.given) {
        const model = kind === 'access' ? provider.AccessToken : provider.RefreshToken;
        await (await model.find(id))?.destroy();
      }
    },
    /** All access tokens that were given so far end now. */
    async endAccessTokens() {
      for (const { kind, id } of state.given) {
        if (kind === 'access') await (await provider.AccessToken.find(id))?.destroy();
      }
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export type RunningProvider = Awaited<ReturnType<typeof startProvider>>;

const configuration = {
  clients: [],
  scopes,
  cookies: { keys: ['only-for-this-world'] },
  features: {
    devInteractions: { enabled: false },
    registration: { enabled: true, initialAccessToken: false },
    revocation: { enabled: true, allowedPolicy: () => true },
  },
  pkce: { required: () => true },
  // Requests of extensions bear an Origin of their own; a host that answers only known ones answers none of them.
  clientBasedCORS: () => true,
  issueRefreshToken: (_: unknown, client: { grantTypeAllowed(type: string): boolean }) =>
    client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  ttl: {
    AccessToken: 3600,
    AuthorizationCode: 60,
    Grant: 86_400,
    Interaction: 600,
    RefreshToken: 86_400,
    Session: 86_400,
  },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
};

interface Seen {
  readonly jti: string;
}

function watch(provider: Provider, state: ProviderState): void {
  provider.on('access_token.issued', ({ jti }: Seen) => void state.given.push({ kind: 'access', id: jti }));
  provider.on('access_token.saved', ({ jti }: Seen) => void state.given.push({ kind: 'access', id: jti }));
  provider.on('refresh_token.saved', ({ jti }: Seen) => void state.given.push({ kind: 'refresh', id: jti }));
  provider.on('refresh_token.destroyed', ({ jti }: Seen) => void state.revoked.push(jti));
  provider.on('refresh_token.consumed', ({ jti }: Seen) => void state.renewals.push(jti));
  provider.on(
    'registration_create.success',
    (_: unknown, client: { redirectUris: string[]; clientName: string }) =>
      void state.registered.push({ redirectUris: client.redirectUris, name: client.clientName }),
  );
}

/** The pages for people: who are you, and may this program read your badges. */
async function interact(
  provider: Provider,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const action = request.url?.split('/')[3];
  const finish = (result: object) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (action === 'login') return finish({ login: { accountId } });
  if (action === 'deny') return finish({ error: 'access_denied' });
  if (action === 'allow') {
    const owner = interaction.session?.accountId ?? accountId;
    const grant = new provider.Grant({ accountId: owner, clientId: interaction.params.client_id });
    grant.addOIDCScope(interaction.params.scope ?? '');
    return finish({ consent: { grantId: await grant.save() } });
  }
  const client = await provider.Client.find(interaction.params.client_id);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(toPage(interaction.prompt.name, interaction.uid, client?.clientName ?? 'A program'));
}

function toPage(prompt: 'login' | 'consent', uid: string, program: string): string {
  const button = (action: string, words: string) =>
    `<form method="post" action="/interaction/${uid}/${action}"><button id="${action}">${words}</button></form>`;
  return prompt === 'login'
    ? page('Lighthouse', `<h1>Lighthouse</h1>${button('login', 'Sign in as Jisoo Park')}`)
    : page(
        'Lighthouse',
        `<h1>${program} wants to read your badges</h1>${button('allow', 'Allow')}${button('deny', 'No')}`,
      );
}

/** It warns of everything that a public server must not do. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
