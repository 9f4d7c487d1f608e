/** A platform that keeps other people's badges: what is proven to come from its hosts is at least kept by it. */
export interface Platform {
  /** As the company writes itself. Not translated. */
  readonly name: string;
  /** Registrable domains that belong to the platform with everything below them. */
  readonly domains: readonly string[];
  /** Single hosts, where the rest of the domain has nothing to do with badges. */
  readonly hosts?: readonly string[];
}

/**
 * Platforms of the facts on verification (section 6) and on sources (section 3). Moodle is not among them: anybody may run
 * one, so it says nothing about who does.
 */
export const platforms: readonly Platform[] = [
  { name: 'Credly', domains: ['credly.com', 'youracclaim.com'] },
  { name: 'Canvas Credentials', domains: ['badgr.io', 'badgr.com'] },
  { name: 'Parchment', domains: ['parchment.com'] },
  { name: 'Open Badge Factory', domains: ['openbadgefactory.com'] },
  { name: 'Open Badge Passport', domains: ['openbadgepassport.com'] },
  { name: 'Accredible', domains: ['accredible.com', 'credential.net'] },
  { name: 'Microsoft Learn', domains: [], hosts: ['learn.microsoft.com'] },
  { name: 'Badgecraft', domains: ['badgecraft.eu'] },
  { name: 'Sertifier', domains: ['sertifier.com'] },
  // Its pages for credentials are the first of these; the second is its own page, by our guess.
  { name: 'Certifier', domains: ['credsverse.com', 'certifier.io'] },
];

/**
 * Well-known issuers: nothing is believed because a host is in this list; it is there so that imitations of it are seen.
 * A choice of ours, by how often their badges are met.
 */
const wellKnown: readonly string[] = [
  'microsoft.com linkedin.com github.com google.com amazon.com ibm.com cisco.com oracle.com adobe.com sap.com',
  'salesforce.com servicenow.com hubspot.com nvidia.com redhat.com vmware.com databricks.com mongodb.com',
  'atlassian.com autodesk.com intel.com linuxfoundation.org mozilla.org coursera.org edx.org udemy.com',
  'pluralsight.com datacamp.com codecademy.com hackerrank.com khanacademy.org instructure.com',
  'pearson.com pearsonvue.com udacity.com skillsoft.com simplilearn.com futurelearn.com freecodecamp.org facebook.com',
  'fortinet.com paloaltonetworks.com splunk.com eccouncil.org peoplecert.org scrumalliance.org unesco.org',
  'comptia.org isaca.org isc2.org pmi.org imsglobal.org 1edtech.org stanford.edu harvard.edu',
].flatMap((line) => line.split(' '));

/** Domains whose imitation is worth a warning, and whether a platform is behind them. */
export const imitated: readonly { readonly domain: string; readonly isPlatform: boolean }[] = [
  ...platforms.flatMap(({ domains }) => domains.map((domain) => ({ domain, isPlatform: true }))),
  ...wellKnown.map((domain) => ({ domain, isPlatform: false })),
];

/** Names that are words, or parts of words: alone they say nothing about whom a host imitates. */
export const ordinaryWords: ReadonlySet<string> = new Set([
  'amazon',
  'certifier',
  'credential',
  'intel',
  'oracle',
  'parchment',
]);

/** Words of our field that are one letter away from a name in the list. */
export const innocent: ReadonlySet<string> = new Set([
  'badge',
  'badges',
  'badger',
  'credit',
  'credits',
  'audacity',
]);

/** The platform of a host, by exact host or by registrable domain. */
export function findPlatform(host: string, domain: string | null): Platform | null {
  const isOf = ({ domains, hosts = [] }: Platform) =>
    hosts.includes(host) || (domain !== null && domains.includes(domain));
  return platforms.find(isOf) ?? null;
}
