/**
 * Where public registries of issuers lie. Apart from the reading of them, because the library page asks the browser for
 * these hosts and needs no more. Addresses as in https://github.com/digitalcredentials/issuer-registry-client; never
 * seen live by us.
 */
export const listHost = 'https://digitalcredentials.github.io';
export const federationUrl = 'https://registry.dcconsortium.org/.well-known/openid-federation';

/** Match patterns that the user has to allow before a registry can be asked. */
export const registryOrigins: readonly string[] = [`${listHost}/*`, `${new URL(federationUrl).origin}/*`];
