/** LinkedIn's pages. An optional host: asked for only when the user switches the site on. */
export const linkedInMatches: readonly string[] = ['https://www.linkedin.com/*'];

/**
 * LinkedIn's structure. Two generations of pages stand side by side in one session: SDUI (hashed classes, but lasting
 * `componentkey`s) and Ember (readable classes). Nothing here is a word: those are translated (facts on pages, 3).
 */
export const linkedIn = {
  /** The classic share box and the message windows live in this element's open shadow root. */
  shadowHosts: '#interop-outlet, [data-testid="interop-shadowdom"]',

  /** Where badges stand that others show: a profile's certificates, featured items, posts. */
  badgeAreas: [
    'section[componentkey$="CertificationTopLevel"]',
    '[componentkey^="entity-collection-item-"]',
    'section:has(#licenses_and_certifications)',
    'section[data-view-name="profile-card"]',
    'section[data-section="certifications"]', // public profile
    'section[componentkey$="Featured"]',
    '[data-testid="mainFeed"] [role="listitem"]',
    '.feed-shared-update-v2[data-urn]',
    '[data-id="main-feed-card"]', // public post
    '[data-sdui-screen*="ProfileCertification"]',
    '.pvs-list__container', // details page
  ].join(','),

  /** Where a profile lists its licences and certifications, on the profile itself and on the page of details. */
  certifications: [
    'section[componentkey$="CertificationTopLevel"]',
    'section:has(#licenses_and_certifications)',
    'section[data-section="certifications"]', // public profile
    '[data-sdui-screen*="ProfileCertification"]',
    '.pvs-list__container', // details page
  ].join(','),

  /** The field of the share box: TipTap in SDUI, Quill in the classic one. Quill's clipboard catcher is no field. */
  shareEditor: [
    '[componentkey="ShareBox_textEditor"] [contenteditable="true"]',
    '[data-sdui-screen*="sharing.ShareCompose"] [contenteditable="true"][role="textbox"]',
    '.share-creation-state .ql-editor[contenteditable="true"]',
    '[data-test-modal-id="sharebox"] .ql-editor[contenteditable="true"]',
    '[data-test-ql-editor-contenteditable="true"]',
  ].join(','),
} as const;
