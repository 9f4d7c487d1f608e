import { createHash } from 'node:crypto';
import { drafted, type CredentialFault } from './credential-faults.ts';
import { withSubject } from './credentials.ts';
import { holder, profileOf, type Json, type Minted } from './minted.ts';
import type { Sealing } from './seal.ts';

const other = 'somebody@else.example';
const salt = 'kelp';

function hash(algorithm: string, text: string): string {
  return `${algorithm}$${createHash(algorithm).update(text).digest('hex')}`;
}

/** A credential whose subject is named by one or several identifiers, and no id. */
function named(...identifiers: readonly Json[]): CredentialFault['prepare'] {
  return (sealing: Sealing) => {
    const identifier = identifiers.map((own) => ({
      type: 'IdentityObject',
      hashed: true,
      identityType: 'emailAddress',
      ...own,
    }));
    return drafted(sealing, withSubject(sealing.draft, { id: undefined, identifier }));
  };
}

function fault(
  name: string,
  mail: string,
  match: NonNullable<Minted['recipient']>['match'],
  ...identifiers: readonly Json[]
): CredentialFault {
  return {
    name,
    expected: 'valid',
    prepare: named(...identifiers),
    recipient: { profile: profileOf(mail), match },
  };
}

const lower = holder.mail.toLowerCase();
const salted = { identityHash: hash('sha256', lower + salt), salt };

/** `credentialSubject.identifier` (Open Badges 3.0, "IdentityObject"), in every way in which it is hashed. */
export const recipientFaults: readonly CredentialFault[] = [
  fault('sha256, salted', holder.mail, 'yes', salted),
  fault('sha256, salted, for somebody else', other, 'no', salted),
  fault('sha256, with another salt', holder.mail, 'no', { ...salted, salt: 'dulse' }),
  fault('sha256, without salt', holder.mail, 'yes', { identityHash: hash('sha256', lower) }),
  fault('sha256, of the address as it was typed', holder.mail, 'yes', {
    identityHash: hash('sha256', holder.mail),
  }),
  fault('sha256, in capital digits', holder.mail, 'yes', {
    identityHash: `sha256$${hash('sha256', lower).slice(7).toUpperCase()}`,
  }),
  fault('md5', holder.mail, 'yes', { identityHash: hash('md5', lower + salt), salt }),
  fault('sha512, of old backpacks', holder.mail, 'yes', { identityHash: hash('sha512', lower) }),
  fault('a hash of no kind that is known', holder.mail, 'unknown', { identityHash: 'crc$00000000' }),
  fault('plain, that says so', holder.mail, 'yes', { hashed: false, identityHash: lower }),
  fault('several, of which the last is right', holder.mail, 'yes', { ...salted, salt: 'dulse' }, salted),
  fault('a telephone number, and an e-mail address asked for', holder.mail, 'unknown', {
    hashed: false,
    identityType: 'telephone',
    identityHash: '+1-555-0199',
  }),
];
