/** A site that the user can switch on: `linkedin`, or the id of a member of `webmails`. */
export type SiteId = string & { readonly __siteId: never };
