// What the test of selective disclosure needs of packages without types.
declare module 'jsonld-signatures' {
  interface Signing {
    readonly suite: object;
    readonly purpose: object;
    readonly documentLoader: (address: string) => Promise<object>;
  }
  const jsigs: {
    sign(document: object, signing: Signing): Promise<Record<string, unknown>>;
    derive(document: object, signing: Signing): Promise<Record<string, unknown>>;
    readonly purposes: { readonly AssertionProofPurpose: new () => object };
  };
  export default jsigs;
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: object) => object;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  interface KeyPair {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): object;
  }
  export function generate(options: { readonly curve: string }): Promise<KeyPair>;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: {
    readonly selectivePointers: readonly string[];
  }): object;
}
