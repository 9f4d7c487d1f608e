import type { Badge } from './badge';
import { escapeHtml } from './html';
import { signatureLayouts } from './signature-layouts/index';
import type {
  Signature,
  SignatureLanguage,
  SignatureLayout,
  SignatureOptions,
} from './signature-layouts/signature-layout';
import type { SignatureSetting } from './signature-setting';

/** What a rendering takes beside the user's choice. */
export interface SignatureSurroundings {
  /** The browser's language, for those who did not choose one. */
  readonly uiLanguage: string;
  /** Media types of stored pictures, by the address of the picture. */
  readonly mediaTypes: ReadonlyMap<string, string>;
  readonly makeCode?: SignatureOptions['makeCode'];
}

/** The layout of a setting; the first one for an id that is no longer there. */
export function layoutOf({ layoutId }: Pick<SignatureSetting, 'layoutId'>): SignatureLayout {
  const layout = signatureLayouts.find(({ id }) => id === layoutId) ?? signatureLayouts[0];
  if (!layout) throw new Error('no signature layout');
  return layout;
}

/** A signature as the user has set it up; null where there would be nothing in it. */
export function renderSignature(
  badges: readonly Badge[],
  setting: SignatureSetting,
  surroundings: SignatureSurroundings,
): Signature | null {
  const signature = layoutOf(setting).render(badges, toOptions(setting, surroundings));
  return signature.html === '' ? null : signature;
}

/** Options of the layouts for a setting. */
export function toOptions(
  { size, labels, colours, side, contact, language }: SignatureSetting,
  { uiLanguage, mediaTypes, makeCode = null }: SignatureSurroundings,
): SignatureOptions {
  const mediaTypeOf = ({ imageUrl }: Badge) => (imageUrl ? mediaTypes.get(imageUrl) : undefined);
  const mailLanguage = language === 'browser' ? toSignatureLanguage(uiLanguage) : language;
  return { size, labels, colours, side, contact, language: mailLanguage, mediaTypeOf, makeCode };
}

function toSignatureLanguage(uiLanguage: string): SignatureLanguage {
  return uiLanguage.startsWith('ko') ? 'ko' : 'en';
}

/** The signature as a file of its own, for programs that take one (Thunderbird .html, Outlook .htm). */
export function toSignatureFile({ html }: Signature, title: string): string {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>`;
  return `<!DOCTYPE html>\n<html><head>${head}</head><body>${html}</body></html>\n`;
}
