/** LinkedIn's pages. An optional host: asked for only when the user switches the site on. */
export const linkedInMatches: readonly string[] = ['https://www.linkedin.com/*'];
