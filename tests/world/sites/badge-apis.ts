import { json, type Answer, type Site, type WorldRequest } from '../answer.ts';
import {
  apiHost,
  assertionOf,
  credentialOf,
  publicPart,
  unsignedJws,
  walletHost,
} from './lighthouse-badges.ts';
import { accountsHost, type RunningProvider } from './provider.ts';

/** Badge Connect 2.1: its description lies on a host of its own. */
const backpackHost = 'backpack.lighthouse.example.org';
/** Registers only programs whose addresses are all on one host, pages and all (1EdTech, "security", of the registration). */
const strictHost = 'strict.example.org';

const api = `https://${apiHost}`;
const wallet = `https://${walletHost}/campus/ims/ob/v3p0`;
const scope2 = 'https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly';
const scope3 = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly';
/** Fewer than asked for, so that a list has pages. */
const pageSize = 3;

interface Backpack {
  /** Assertions as the list has them; a test may take some away. */
  assertions: unknown[];
  /** Signed badges (compact JWS of 2.0). */
  signed: string[];
  /** Credentials of 3.0, embedded. */
  credentials: unknown[];
  /** Credentials of 3.0 as tokens. */
  tokens: string[];
}

/** Hosts with the APIs of the standard, behind the tokens of a real provider. */
export function createBadgeApis(provider: RunningProvider, realToken: string) {
  const backpack: Backpack = {
    assertions: [assertionOf(1), `${api}/public/assertions/2`, assertionOf(3), assertionOf(4)],
    signed: [unsignedJws(assertionOf(5))],
    credentials: [credentialOf(1), credentialOf(2), credentialOf(3)],
    tokens: [realToken],
  };
  const behind = (scope: string, answer: (request: WorldRequest) => Answer): Site => {
    return async (request) =>
      (await provider.whoHas(request.headers['authorization'], scope))
        ? answer(request)
        : {
            ...json({ error: 'invalid_token' }, 401),
            headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
          };
  };
  const assertions = behind(scope2, (request) => {
    const all = [
      ...backpack.assertions.map((value) => ({ list: 'assertions', value })),
      ...backpack.signed.map((value) => ({ list: 'signedAssertions', value })),
    ];
    return listed(request, `${api}/v2p1/assertions`, all);
  });
  const credentials = behind(scope3, (request) => {
    const all = [
      ...backpack.credentials.map((value) => ({ list: 'credential', value })),
      ...backpack.tokens.map((value) => ({ list: 'compactJwsString', value })),
    ];
    return listed(request, `${wallet}/credentials`, all);
  });
  const apiSite: Site = (request) =>
    request.url.pathname === '/v2p1/assertions' ? assertions(request) : publicPart(request.url.pathname);
  const walletSite: Site = ({ url, ...rest }) =>
    url.pathname === '/campus/ims/ob/v3p0/discovery'
      ? describedOnce({ url, ...rest }, discovery3)
      : url.pathname === '/campus/ims/ob/v3p0/credentials'
        ? credentials({ url, ...rest })
        : null;
  return {
    backpackHost,
    walletBase: `${walletHost}/campus`,
    strictHost,
    apiHost,
    backpack,
    sites: {
      [backpackHost]: ((request) =>
        request.url.pathname === '/.well-known/badgeconnect.json'
          ? describedOnce(request, manifest(backpackHost, `https://${accountsHost}/reg`))
          : null) satisfies Site,
      [apiHost]: apiSite,
      [walletHost]: walletSite,
      [strictHost]: strict,
    },
  };
}

/** With an ETag, so that the second time only "unchanged" travels. */
function describedOnce({ headers }: WorldRequest, description: object): Answer {
  const etag = '"1"';
  if (headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
  const answer = json(description);
  return { ...answer, headers: { ...answer.headers, etag, 'cache-control': 'max-age=0, must-revalidate' } };
}

function listed(request: WorldRequest, address: string, all: { list: string; value: unknown }[]): Answer {
  const offset = Number(request.url.searchParams.get('offset') ?? '0');
  const limit = Math.min(pageSize, Number(request.url.searchParams.get('limit') ?? pageSize));
  const shown = all.slice(offset, offset + limit);
  const of = (name: string) => shown.filter(({ list }) => list === name).map(({ value }) => value);
  const next =
    offset + limit < all.length ? `<${address}?limit=${limit}&offset=${offset + limit}>; rel="next"` : null;
  const names = [...new Set(all.map(({ list }) => list))];
  const answer = json(Object.fromEntries(names.map((name) => [name, of(name)])));
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-total-count': String(all.length),
      link: [next, `<${address}?limit=${limit}&offset=0>; rel="first"`].filter(Boolean).join(', '),
    },
  };
}

function manifest(host: string, registrationUrl: string): object {
  return {
    '@context': 'https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld',
    id: `https://${host}/.well-known/badgeconnect.json`,
    badgeConnectAPI: [
      {
        name: 'Lighthouse Backpack',
        image: `https://${host}/logo.png`,
        apiBase: `${api}/v2p1`,
        version: 'v2p1',
        termsOfServiceUrl: `https://${host}/terms`,
        privacyPolicyUrl: `https://${host}/privacy`,
        scopesOffered: [scope2, 'offline_access'],
        registrationUrl,
        authorizationUrl: `https://${accountsHost}/auth`,
        tokenUrl: `https://${accountsHost}/token`,
        tokenRevocationUrl: `https://${accountsHost}/token/revocation`,
      },
    ],
  };
}

/** As the standard's own example: addresses without `https://`. */
const discovery3 = {
  openapi: '3.0.1',
  info: { title: 'Lantern Campus Wallet', version: '3.0', termsOfService: `https://${walletHost}/terms` },
  components: {
    securitySchemes: {
      OAuth2ACG: {
        type: 'oauth2',
        'x-imssf-registrationUrl': `${accountsHost}/reg`,
        flows: {
          authorizationCode: {
            authorizationUrl: `${accountsHost}/auth`,
            tokenUrl: `${accountsHost}/token`,
            refreshUrl: `${accountsHost}/token`,
            scopes: { [scope3]: 'Reads your credentials.', offline_access: 'Goes on reading them.' },
          },
        },
      },
    },
  },
};

const strict: Site = ({ url, method, body }) => {
  if (url.pathname === '/.well-known/badgeconnect.json')
    return json(manifest(strictHost, `https://${strictHost}/register`));
  if (url.pathname !== '/register' || method !== 'POST') return null;
  const client = JSON.parse(body) as Record<string, unknown>;
  const pages = ['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'].map((name) => client[name]);
  const all = [...pages, ...(client['redirect_uris'] as unknown[])];
  const hosts = new Set(
    all.map((address) => (URL.canParse(String(address)) ? new URL(String(address)).hostname : '')),
  );
  const isRight = hosts.size === 1 && !hosts.has('');
  return isRight ? json({ client_id: 'x' }, 201) : json({ error: 'invalid_client_metadata' }, 400);
};
