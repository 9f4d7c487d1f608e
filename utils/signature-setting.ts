import * as v from 'valibot';
import type { BadgeId } from './badge';

/** More take more than Gmail allows, and nobody looks at them. */
export const maxSignatureBadges = 12;
/** Shown sizes in px. Under 56 some readers recolour pictures in the dark; above 96 a hosted picture of 220 px is no longer twice as fine. */
export const signatureSizes = [56, 64, 80, 96] as const;
export const signatureLabels = ['auto', 'none', 'name', 'full'] as const;
export const signatureColours = ['paper', 'both', 'ink'] as const;
export const signatureSides = ['left', 'right'] as const;
export const signatureLanguages = ['browser', 'en', 'ko'] as const;
export const signatureOrders = ['own', 'newest', 'oldest', 'name'] as const;
/** Links beside the contact. */
export const maxContactLinks = 3;

/** Who signs, for the layout with contact. All of it is the user's own and stays in this browser until it is copied. */
export interface SignatureContact {
  readonly name: string;
  readonly title: string;
  readonly company: string;
  readonly phone: string;
  readonly email: string;
  /** As the user wrote them; only https addresses are shown. */
  readonly links: readonly string[];
}

/** How the badges look, whatever the layout. */
export interface SignatureLook {
  readonly size: (typeof signatureSizes)[number];
  /** `auto`: as fits the layout. `full`: name, issuer and month. */
  readonly labels: (typeof signatureLabels)[number];
  /** `paper`: a white ground of its own. `both`: tones that hold on white and on black. `ink`: dark, for white mail. */
  readonly colours: (typeof signatureColours)[number];
  /** Where the pictures stand beside words. */
  readonly side: (typeof signatureSides)[number];
}

/** The user's signature. */
export interface SignatureSetting extends SignatureLook {
  readonly layoutId: string;
  /** Chosen badges in their order; empty means the newest that are good. */
  readonly badgeIds: readonly BadgeId[];
  /** How many of the newest while none is chosen. */
  readonly count: number;
  readonly order: (typeof signatureOrders)[number];
  readonly language: (typeof signatureLanguages)[number];
  readonly contact: SignatureContact;
  /** Characters that the user's own signature takes besides. */
  readonly ownLength: number;
}

export const emptyContact: SignatureContact = {
  name: '',
  title: '',
  company: '',
  phone: '',
  email: '',
  links: [],
};

export const defaultSignature: SignatureSetting = {
  layoutId: 'row',
  badgeIds: [],
  count: 3,
  order: 'own',
  size: 64,
  labels: 'auto',
  colours: 'paper',
  side: 'left',
  language: 'browser',
  contact: emptyContact,
  ownLength: 0,
};

const text = (length: number) => v.fallback(v.pipe(v.string(), v.maxLength(length)), '');
const number = (least: number, most: number, otherwise: number) =>
  v.fallback(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), otherwise);
const oneOf = <T extends string | number>(values: readonly T[], otherwise: T) =>
  v.fallback(v.picklist(values), otherwise);
const id = v.pipe(
  v.string(),
  v.minLength(3),
  v.maxLength(1_000),
  v.transform((text) => text as BadgeId),
);

/** What is stored, of this version or an older one (which had layout and badges alone): whatever it lacks is the default. */
export const signatureSchema = v.object({
  layoutId: v.pipe(v.string(), v.maxLength(100)),
  badgeIds: v.pipe(v.array(id), v.maxLength(5_000)),
  count: number(1, maxSignatureBadges, defaultSignature.count),
  order: oneOf(signatureOrders, defaultSignature.order),
  size: oneOf(signatureSizes, defaultSignature.size),
  labels: oneOf(signatureLabels, defaultSignature.labels),
  colours: oneOf(signatureColours, defaultSignature.colours),
  side: oneOf(signatureSides, defaultSignature.side),
  language: oneOf(signatureLanguages, defaultSignature.language),
  contact: v.fallback(
    v.object({
      name: text(200),
      title: text(200),
      company: text(200),
      phone: text(100),
      email: text(320),
      links: v.fallback(v.pipe(v.array(text(2_000)), v.maxLength(maxContactLinks)), []),
    }),
    emptyContact,
  ),
  ownLength: number(0, 1_000_000, defaultSignature.ownLength),
});

/** A stored signature as it is understood today; the default when it is none. */
export function toSignatureSetting(stored: unknown): SignatureSetting {
  const parsed = v.safeParse(signatureSchema, stored);
  return parsed.success ? parsed.output : defaultSignature;
}
