import type { Badge } from '../badge';

export interface SignatureOptions {
  /** Wording that the layouts need, in the language of the mail. */
  readonly words: { readonly issuedBy: (issuer: string, month: string) => string };
}

/** A rendered signature. */
export interface Signature {
  /** Tables and inline styles only; every value escaped; no <style>, no data: pictures. */
  readonly html: string;
  readonly text: string;
  /** The badges' links in the order they appear: how an insertion is recognised in an editor. */
  readonly links: readonly string[];
}

/** How an e-mail signature looks. */
export interface SignatureLayout {
  /** `layout_<id>` in `_locales` names it. */
  readonly id: string;
  render(badges: readonly Badge[], options: SignatureOptions): Signature;
}
