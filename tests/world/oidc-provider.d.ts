/** What is used here of a package that brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Interaction {
    readonly uid: string;
    readonly prompt: {
      readonly name: 'login' | 'consent';
      readonly details: { missingOIDCScope?: string[] };
    };
    readonly params: { readonly client_id: string; readonly scope?: string };
    readonly session?: { readonly accountId: string };
    readonly grantId?: string;
  }
  export interface Token {
    readonly jti: string;
    readonly accountId: string;
    readonly clientId: string;
    readonly scope?: string;
    readonly isExpired: boolean;
    destroy(): Promise<void>;
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, configuration: object);
    proxy: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: object,
    ): Promise<void>;
    on(event: string, listener: (...values: never[]) => void): void;
    readonly AccessToken: { find(value: string): Promise<Token | undefined> };
    readonly RefreshToken: { find(value: string): Promise<Token | undefined> };
    readonly Client: { find(id: string): Promise<{ clientName?: string } | undefined> };
    readonly Grant: {
      new (properties: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
  }
}
