/** The places of the library page, as its addresses name them (`library.html#sites`). */
export type LibraryView =
  | 'collection'
  | 'add'
  | 'signature'
  | 'places'
  | 'sets'
  | 'verify'
  | 'sites'
  | 'accounts'
  | 'doctor'
  | 'backup'
  | 'privacy'
  | 'first-run';
