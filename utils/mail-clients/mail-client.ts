/**
 * What a reader's program does with colours in the dark. `kept`: the mail stays light in a dark program. `inverted`: light
 * grounds turn dark and dark text light, pictures stay. `ground`: the ground turns dark and colours that the mail names
 * stay, the hardest case of all.
 */
export type DarkMode = 'kept' | 'inverted' | 'ground';

/** A program that shows mail, as far as a signature is concerned. What it draws is a likeness by the facts named in its file. */
export interface MailClient {
  /** `mailNote_<id>` in `_locales` says what its preview rests on. */
  readonly id: string;
  /** Proper name. Not translated. */
  readonly name: string;
  /** Its rows in caniemail's data, by which a test checks what is said here; null where caniemail has none. */
  readonly rows: { readonly family: string; readonly desktop: string; readonly phone: string } | null;
  /** Whether `data:` pictures are shown (caniemail: image-base64). */
  readonly showsOwnPictures: { readonly desktop: boolean; readonly phone: boolean };
  readonly dark: { readonly desktop: DarkMode; readonly phone: DarkMode };
}
