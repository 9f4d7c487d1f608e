import { byClass, hook, role, structure, type Surface } from '../surface';

/** LinkedIn's pages. An optional host: asked for only when the user switches the site on. */
export const linkedInMatches: readonly string[] = ['https://www.linkedin.com/*'];

/** The field of the share box: TipTap in SDUI, Quill in the classic one. Quill's clipboard catcher is no field. */
const share: Surface = {
  candidates: [
    ...role('[contenteditable="true"][role="textbox"]'),
    ...hook('[data-test-ql-editor-contenteditable="true"]'),
    ...structure('[componentkey="ShareBox_textEditor"] [contenteditable="true"]'),
    ...byClass('.ql-editor[contenteditable="true"]'),
  ],
  within: [
    ...hook(
      '[componentkey="ShareBox_textEditor"]',
      '[data-sdui-screen*="sharing.ShareCompose"]',
      '[data-test-modal-id="sharebox"]',
    ),
    ...byClass('.share-creation-state'),
  ],
};

/** Where a profile lists its licences and certifications, on the profile itself and on the page of details. */
const certifications = [
  ...hook(
    'section[componentkey$="CertificationTopLevel"]',
    'section:has(#licenses_and_certifications)',
    'section[data-section="certifications"]', // public profile
    '[data-sdui-screen*="ProfileCertification"]',
  ),
  ...byClass('.pvs-list__container'), // details page
];

/**
 * LinkedIn's structure. Two generations of pages stand side by side in one session: SDUI (hashed classes, but lasting
 * `componentkey`s) and Ember (readable classes). Nothing here is a word: those are translated (facts on pages, 3).
 */
export const linkedIn = {
  /** The classic share box and the message windows live in this element's open shadow root. */
  shadowHosts: '#interop-outlet, [data-testid="interop-shadowdom"]',
  share,
  certifications,
  /** Where badges stand that others show: a profile's certificates, featured items, posts. */
  badgeAreas: [
    ...hook('[componentkey^="entity-collection-item-"]'),
    ...certifications,
    ...hook(
      'section[data-view-name="profile-card"]',
      'section[componentkey$="Featured"]',
      '[data-testid="mainFeed"] [role="listitem"]',
      '[data-urn^="urn:li:activity"]',
      '[data-id="main-feed-card"]', // public post
    ),
    ...byClass('.feed-shared-update-v2[data-urn]'),
  ],
} as const;
