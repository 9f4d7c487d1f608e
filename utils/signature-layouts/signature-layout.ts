import type { Badge } from '../badge';
import type { SignatureContact, SignatureLook } from '../signature-setting';

/** The languages in which a signature can be written: that of its readers, whatever the browser speaks. */
export type SignatureLanguage = 'en' | 'ko';

export interface SignatureOptions extends SignatureLook {
  readonly language: SignatureLanguage;
  readonly contact: SignatureContact;
  /** What the library knows of the bytes of a badge's picture; undefined where it has none. */
  readonly mediaTypeOf: (badge: Badge) => string | undefined;
  /** Makes a QR code; null for everything but a file, which may hold pictures itself (Gmail shows no `data:` pictures). */
  readonly makeCode: ((address: string) => CodePicture) | null;
}

/** A QR code as a picture of its own: a `data:` address, and the side in px at which it is shown. */
export interface CodePicture {
  readonly address: string;
  readonly side: number;
}

/** A rendered signature. */
export interface Signature {
  /** Tables and inline styles only; every value escaped; no <style>; `data:` pictures only in a file. */
  readonly html: string;
  readonly text: string;
  /** The badges' links in the order they appear: how an insertion is recognised in an editor. */
  readonly links: readonly string[];
}

/** How an e-mail signature looks. */
export interface SignatureLayout {
  /** `layout_<id>` and `layoutHint_<id>` in `_locales` name and explain it. */
  readonly id: string;
  /** What can be chosen with it; everything else makes no difference. */
  readonly uses: readonly (keyof SignatureLook | 'contact')[];
  /** Copied as text alone, without formatting. */
  readonly isPlain?: boolean;
  /** Shows more in a file than in what is copied. */
  readonly needsFile?: boolean;
  render(badges: readonly Badge[], options: SignatureOptions): Signature;
}
