const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://w3id.org/security/suites/ed25519-2020/v1',
];
const school = 'https://badges.quillbrook.example';

/** An Open Badges 3.0 credential as platforms issue them, some 1.3 KB; every number is another badge. */
export function toBadge(issuer: string, number: number) {
  return {
    '@context': contexts,
    id: `urn:uuid:8d1c0f5e-2f43-4b3a-9c11-${String(number).padStart(12, '0')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `Letterpress ${number}`,
    issuer: { id: issuer, type: ['Profile'], name: 'Quillbrook Printing School', url: `${school}/` },
    validFrom: '2025-03-01T09:00:00Z',
    credentialSubject: {
      id: `did:example:printer-${number}`,
      type: ['AchievementSubject'],
      achievement: {
        id: `${school}/achievements/${number}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: `Letterpress ${number}`,
        description: 'Sets type by hand, locks the forme and prints an even sheet.',
        criteria: { narrative: 'Print fifty sheets; no more than two are spoiled.' },
        image: { id: `${school}/images/${number}.png`, type: 'Image' },
      },
    },
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A badge of 16 KB that uses most of what the standard has. */
export function toLargeBadge(issuer: string) {
  const badge = toBadge(issuer, 0);
  const { achievement } = badge.credentialSubject;
  return {
    ...badge,
    description: 'Awarded at the end of the second year.',
    issuer: { ...badge.issuer, ...profile },
    validUntil: '2045-03-01T09:00:00Z',
    credentialSubject: {
      ...badge.credentialSubject,
      activityStartDate: '2024-09-01T00:00:00Z',
      activityEndDate: '2025-02-28T00:00:00Z',
      creditsEarned: 12,
      licenseNumber: 'QB-1021',
      role: 'Apprentice',
      term: 'Spring',
      achievement: {
        ...achievement,
        alignment: times(12, toAlignment),
        creator: { id: issuer, type: ['Profile'], ...profile },
        creditsAvailable: 12,
        fieldOfStudy: 'Printing',
        humanCode: 'LP-2',
        otherIdentifier: times(3, toIdentifier),
        related: times(4, (i) => ({
          id: `${school}/achievements/r${i}`,
          type: ['Related'],
          inLanguage: 'en',
          version: '1',
        })),
        resultDescription: times(4, toResultDescription),
        specialization: 'Hand setting',
        tag: times(8, (i) => `tag ${i}`),
        version: '2',
        inLanguage: 'en',
      },
      result: times(4, (i) => ({
        type: ['Result'],
        resultDescription: `${school}/results/${i}`,
        achievedLevel: `${school}/levels/${i}-1`,
        status: 'Completed',
        value: String(80 + i),
      })),
    },
    evidence: times(14, toEvidence),
  };
}

const profile = {
  url: `${school}/`,
  phone: '+1-555-0100',
  description: 'A school for those who print by hand.',
  email: 'office@quillbrook.example',
  official: 'Ines Quill',
  address: {
    type: ['Address'],
    addressCountry: 'Nowhere',
    addressLocality: 'Quillbrook',
    streetAddress: '3 Forme Lane',
    postalCode: '00000',
    geo: { type: 'GeoCoordinates', latitude: 51.1, longitude: 0.2 },
  },
  otherIdentifier: times(2, toIdentifier),
};

function toIdentifier(index: number) {
  return { type: 'IdentifierEntry', identifier: `QB-${index}`, identifierType: 'sourcedId' };
}

function toAlignment(index: number) {
  return {
    type: ['Alignment'],
    targetName: `Composition ${index}`,
    targetUrl: `${school}/framework/${index}`,
    targetCode: `C${index}`,
    targetDescription: 'Reads a manuscript, chooses the face and spaces the lines evenly.',
    targetFramework: 'Quillbrook framework of crafts',
    targetType: 'CFItem',
  };
}

function toResultDescription(index: number) {
  return {
    id: `${school}/results/${index}`,
    type: ['ResultDescription'],
    name: `Exam ${index}`,
    resultType: 'RubricCriterionLevel',
    allowedValue: ['0', '100'],
    requiredLevel: `${school}/levels/${index}-1`,
    rubricCriterionLevel: times(2, (level) => ({
      id: `${school}/levels/${index}-${level}`,
      type: ['RubricCriterionLevel'],
      name: `Level ${level}`,
      description: 'Prints evenly over the whole sheet.',
      level: String(level),
      points: String(level * 10),
    })),
    valueMax: '100',
    valueMin: '0',
  };
}

function toEvidence(index: number) {
  return {
    id: `${school}/evidence/${index}`,
    type: ['Evidence'],
    name: `Sheet ${index}`,
    narrative:
      'Printed on the treadle press in one afternoon, from a forme that was set the day before.'.repeat(2),
    description: 'A broadside in two colours.',
    genre: 'Print',
    audience: 'Examiners',
  };
}

/** A hosted badge of 2.0, and what its host answers. */
export function toHosted(number: number) {
  const host = `https://h${number % 3}.quillbrook.example`;
  const context = 'https://w3id.org/openbadges/v2';
  const address = `${host}/assertions/${number}`;
  const badge = `${host}/classes/${number % 10}`;
  const documents = {
    [address]: {
      '@context': context,
      id: address,
      type: 'Assertion',
      recipient: { type: 'email', hashed: false, identity: `printer${number}@quillbrook.example` },
      badge,
      issuedOn: '2025-03-01T09:00:00Z',
      verification: { type: 'HostedBadge' },
    },
    [badge]: {
      '@context': context,
      id: badge,
      type: 'BadgeClass',
      name: 'Letterpress',
      description: 'Sets type by hand, locks the forme and prints an even sheet.',
      image: `${host}/image.svg`,
      criteria: { narrative: 'Print fifty sheets; no more than two are spoiled.' },
      issuer: `${host}/issuer`,
    },
    [`${host}/issuer`]: {
      '@context': context,
      id: `${host}/issuer`,
      type: 'Profile',
      name: 'Quillbrook Printing School',
      url: `${host}/`,
      email: 'office@quillbrook.example',
    },
    [`${host}/image.svg`]: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  };
  return { address, documents };
}
