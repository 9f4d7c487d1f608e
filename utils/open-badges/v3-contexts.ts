/** Contexts of the Verifiable Credentials data model, one of which must be the first (VC data model, "Contexts"). */
export const dataModels = new Map<string, '1.1' | '2.0'>([
  ['https://www.w3.org/2018/credentials/v1', '1.1'],
  ['https://www.w3.org/ns/credentials/v2', '2.0'],
]);

const openBadgesContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.\d+\.\d+)?\.json$/;
/** Addresses under which drafts of the context were published; plug-fest badges of 2022 name them. */
const draftContexts = [
  'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html',
  'https://imsglobal.github.io/openbadges-specification/context.json',
  'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json',
];

/** True for an address of the Open Badges 3.0 context, of any version. */
export function isOpenBadgesContext(address: string): boolean {
  return openBadgesContext.test(address) || draftContexts.includes(address);
}
