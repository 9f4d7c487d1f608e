import { claimFaults, credentialDamage } from './credential-damage.ts';
import { credentialFaults, type CredentialFault } from './credential-faults.ts';
import { draft, type Model } from './credentials.ts';
import { hostFaults } from './host-faults.ts';
import { identify, type Naming } from './identities.ts';
import { keyOf, type Algorithm } from './keys.ts';
import { northwind, type Form, type Minted } from './minted.ts';
import { contextsFor, seal, toText, type Proof, type Sealing } from './seal.ts';
import { endorsementFaults } from './endorsement-faults.ts';
import { recipientFaults } from './recipient-faults.ts';
import { refreshFaults } from './refresh-faults.ts';
import { listFaults, statusFaults } from './status-faults.ts';

/** One form of Open Badges 3.0: how it is proven, on which data model, by whom. */
export interface CredentialForm {
  readonly name: string;
  readonly kind: 'badge' | 'endorsement';
  readonly proof: Proof;
  readonly model: Model;
  readonly algorithm: Algorithm;
  readonly naming: Naming;
}

const suite = (
  suite: string,
  algorithm: Algorithm,
  model: Model = '2.0',
  naming: Naming = 'did:key',
  kind: 'badge' | 'endorsement' = 'badge',
): CredentialForm => ({
  name: [suite, algorithm, `data model ${model}`, naming, kind].join(', '),
  kind,
  proof: { kind: 'suite', suite },
  model,
  algorithm,
  naming,
});

const token = (
  algorithm: Algorithm,
  naming: Naming,
  layout: 'vc' | 'payload' = 'payload',
  model: Model = '2.0',
  kind: 'badge' | 'endorsement' = 'badge',
): CredentialForm => ({
  name: ['JWT', algorithm, layout === 'vc' ? 'vc claim' : 'plain', `data model ${model}`, naming, kind].join(
    ', ',
  ),
  kind,
  proof: { kind: 'token', layout },
  model,
  algorithm,
  naming,
});

export const credentialForms: readonly CredentialForm[] = [
  suite('eddsa-rdfc-2022', 'EdDSA'),
  suite('eddsa-rdfc-2022', 'EdDSA', '1.1'),
  suite('eddsa-rdfc-2022', 'EdDSA', '2.0', 'did:web'),
  suite('eddsa-rdfc-2022', 'EdDSA', '2.0', 'did:key', 'endorsement'),
  suite('eddsa-2022', 'EdDSA'),
  suite('eddsa-jcs-2022', 'EdDSA'),
  suite('Ed25519Signature2020', 'EdDSA'),
  suite('Ed25519Signature2020', 'EdDSA', '1.1'),
  suite('ecdsa-rdfc-2019', 'ES256'),
  suite('ecdsa-rdfc-2019', 'ES384'),
  suite('ecdsa-rdfc-2019', 'ES256', '1.1', 'did:web'),
  suite('ecdsa-sd-2023', 'ES256'),
  token('RS256', 'did:jwk'),
  token('RS256', 'address of a JWK', 'vc', '1.1'),
  token('RS256', 'did:web', 'vc'),
  token('ES256', 'did:key'),
  token('ES256', 'jwk in the header', 'vc', '1.1'),
  token('EdDSA', 'did:web'),
  token('EdDSA', 'did:key', 'vc', '1.1'),
  token('ES256', 'did:jwk', 'payload', '2.0', 'endorsement'),
];

const general: readonly CredentialFault[] = [
  ...credentialFaults,
  ...credentialDamage,
  ...claimFaults,
  ...statusFaults,
  ...hostFaults,
];

/** Forms by what else a credential may name, each with faults of its own. */
const special: readonly (readonly [string, CredentialForm, readonly CredentialFault[]])[] = [
  ['BitstringStatusList', suite('eddsa-rdfc-2022', 'EdDSA'), listFaults('bitstring')],
  ['BitstringStatusList as JWT', token('ES256', 'did:web'), listFaults('bitstring JWT')],
  ['StatusList2021', suite('eddsa-rdfc-2022', 'EdDSA', '1.1'), listFaults('StatusList2021')],
  ['1EdTechRevocationList', suite('eddsa-rdfc-2022', 'EdDSA'), listFaults('1EdTech')],
  ['1EdTechRevocationList', token('RS256', 'did:web', 'vc', '1.1'), listFaults('1EdTech')],
  ['1EdTechCredentialRefresh', suite('eddsa-rdfc-2022', 'EdDSA'), refreshFaults],
  ['1EdTechCredentialRefresh', token('ES256', 'did:jwk'), refreshFaults],
  ['identifier', suite('eddsa-rdfc-2022', 'EdDSA'), recipientFaults],
  ['endorsement', suite('eddsa-rdfc-2022', 'EdDSA'), endorsementFaults],
  ['endorsement', token('ES256', 'did:jwk'), endorsementFaults],
];

/** A form of 3.0 before anything is signed. */
export async function toSealing(form: CredentialForm): Promise<Sealing> {
  const key = await keyOf('northwind', form.algorithm);
  const identity = identify(form.naming, key, northwind);
  const { proof, model } = form;
  const badge = draft(form.kind, identity.id, model, contextsFor(proof, model));
  return { proof, model, key, identity, draft: badge, documents: identity.documents };
}

/** Every form of 3.0 with all that can be wrong with it. */
export async function createCredentialForms(): Promise<Form[]> {
  const plain = credentialForms.map((form) => toForm(form.name, form, general));
  const others = special.map(([name, form, faults]) => toForm(`${name}, ${form.name}`, form, faults));
  return Promise.all([...plain, ...others]);
}

async function toForm(name: string, form: CredentialForm, faults: readonly CredentialFault[]): Promise<Form> {
  const sealing = await toSealing(form);
  const own = faults.filter(({ suits }) => suits?.(sealing, form.naming) ?? true);
  const find = (wanted: string) => {
    const fault = own.find((candidate) => candidate.name === wanted);
    if (!fault) throw new Error(`${name} has no fault ${wanted}`);
    return fault;
  };
  return {
    name,
    faults: own.map((fault) => fault.name),
    mint: (wanted) => mintCredential(form, find(wanted)),
  };
}

/** A credential with a fault, as text. */
async function mintCredential(form: CredentialForm, fault: CredentialFault): Promise<Minted> {
  const right = await toSealing(form);
  const sealing = (await fault.prepare?.(right, form.naming)) ?? right;
  const sealed = await seal(sealing);
  const spoilt = (await fault.spoil?.(sealed, sealing)) ?? sealed;
  const { expected, recipient, notes, endorsements } = fault;
  return {
    target: toText(spoilt),
    documents: fault.documents?.(sealing.documents) ?? sealing.documents,
    expected,
    ...(recipient ? { recipient } : {}),
    ...(notes ? { notes } : {}),
    ...(endorsements ? { endorsements } : {}),
  };
}
