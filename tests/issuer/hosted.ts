import {
  asHolder,
  asOther,
  asUnknown,
  classUrl,
  createAward,
  future,
  imageUrl,
  issuerUrl,
  past,
  recordUrl,
  serveAward,
  type Award,
} from './award.ts';
import { endorsementFaults, type HostedFault } from './hosted-endorsements.ts';
import { serve, stranger, type Documents, type Form, type Json, type Minted } from './minted.ts';

const inRecord = (award: Award, fields: Json): Partial<Minted> => ({
  documents: serveAward({ ...award, record: { ...award.record, ...fields } }),
});
const instead = (award: Award, answers: Documents): Partial<Minted> => ({
  documents: { ...serveAward(award), ...answers },
});
const inIssuer = ({ issuer, ...award }: Award, fields: Json): Partial<Minted> => ({
  documents: serveAward({ ...award, issuer: { ...issuer, ...fields } }),
});
const inClass = ({ badgeClass, ...award }: Award, fields: Json): Partial<Minted> => ({
  documents: serveAward({ ...award, badgeClass: { ...badgeClass, ...fields } }),
});
const foreign = `${stranger}/issuer`;
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);

const faults: Record<string, HostedFault> = {
  ...endorsementFaults,
  expired: { expected: 'expired', change: (award) => inRecord(award, { expires: past }) },
  future: {
    // "Not yet valid" is a word of 3.0.
    expected: 'invalid',
    change: (award, version) => inRecord(award, { [version === '0.5' ? 'issued_on' : 'issuedOn']: future }),
  },
  'revoked, 410': {
    expected: 'revoked',
    change: (award) => ({
      ...instead(award, { [recordUrl]: { ...serve({ revoked: true }), status: 410 } }),
      recipient: asUnknown,
    }),
  },
  'revoked, 410 and no word': {
    expected: 'revoked',
    change: (award) => ({
      ...instead(award, { [recordUrl]: { status: 410, body: '' } }),
      recipient: asUnknown,
    }),
  },
  revoked: {
    expected: 'revoked',
    change: (award) => inRecord(award, { revoked: true, revocationReason: 'Awarded in error.' }),
  },
  'not found': {
    expected: 'unverifiable',
    change: (award) => ({
      ...instead(award, { [recordUrl]: { status: 404, body: 'Not found' } }),
      recipient: asUnknown,
    }),
  },
  'host unreachable': {
    expected: 'unverifiable',
    change: (award) => ({ ...instead(award, { [recordUrl]: { unreachable: true } }), recipient: asUnknown }),
  },
  'over before it begins': {
    expected: 'invalid',
    change: (award) => inRecord(award, { expires: '2001-01-01' }),
  },
  'a page instead of the record': {
    expected: 'unverifiable',
    change: (award) => ({
      ...instead(award, { '*': { status: 404 }, [recordUrl]: { body: '<!doctype html><p>Sign in</p>' } }),
      recipient: asUnknown,
    }),
  },
  'an image that is a JPEG': {
    expected: 'invalid',
    change: (award) => instead(award, { [imageUrl]: { body: jpeg } }),
  },
  'an image that nobody has': {
    expected: 'valid',
    change: (award) => instead(award, { [imageUrl]: { unreachable: true } }),
    notes: { image: 'unknown' },
  },
  'a class without an image': {
    expected: 'invalid',
    since: '1.0',
    change: (award) => inClass(award, { image: undefined }),
  },
  'a class without a name': {
    expected: 'invalid',
    since: '1.0',
    change: (award) => inClass(award, { name: undefined }),
  },
  'a class without criteria': {
    expected: 'invalid',
    since: '1.0',
    change: (award) => inClass(award, { criteria: undefined }),
  },
  'an issuer who allows this place': {
    expected: 'valid',
    since: '2.0',
    change: (award) =>
      inIssuer(award, { verification: { startsWith: `${new URL(recordUrl).origin}/awards/` } }),
  },
  'an issuer who allows other places': {
    expected: 'invalid',
    since: '2.0',
    change: (award) => inIssuer(award, { verification: { allowedOrigins: new URL(stranger).host } }),
  },
  "somebody else's": {
    expected: 'valid',
    change: () => ({ recipient: asOther }),
  },
  'issuer unreachable': {
    expected: 'unverifiable',
    since: '1.0',
    change: (award) => instead(award, { [issuerUrl]: { unreachable: true } }),
  },
  'class unreachable': {
    expected: 'unverifiable',
    since: '1.0',
    change: (award) => instead(award, { [classUrl]: { status: 503, body: 'Try later' } }),
  },
  'issuer of somebody else': {
    expected: 'invalid',
    since: '1.0',
    change: ({ record, badgeClass, issuer }) => ({
      documents: {
        ...serveAward({ record, badgeClass: { ...badgeClass, issuer: foreign }, issuer }),
        [foreign]: serve({ ...issuer, ...(issuer['id'] ? { id: foreign } : {}), url: `${stranger}/` }),
      },
    }),
  },
  'tampered copy': {
    expected: 'tampered',
    since: '1.0',
    change: ({ record }) => ({
      target: JSON.stringify({
        ...record,
        recipient: { type: 'email', hashed: false, identity: 'jules@elsewhere.example' },
      }),
    }),
  },
  'true copy': {
    expected: 'valid',
    since: '1.0',
    change: ({ record }) => ({ target: JSON.stringify(record) }),
  },
};

/** Open Badges 0.5 to 2.0 whose record lies on the issuer's host. */
export const hostedForms: readonly Form[] = (['0.5', '1.0', '1.1', '2.0'] as const).map((version) => ({
  name: `${version} hosted`,
  faults: ['right', ...Object.keys(faults).filter((name) => version >= (faults[name]?.since ?? ''))],
  mint: async (name) => {
    const award = createAward(version);
    const good: Minted = {
      target: new URL(recordUrl),
      documents: serveAward(award),
      recipient: asHolder,
      expected: 'valid',
    };
    const fault = faults[name];
    if (!fault) return good;
    const { expected, notes = {} } = fault;
    return { ...good, expected, notes, ...fault.change(award, version) };
  },
}));
