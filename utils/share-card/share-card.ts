/** Where a picture of a card goes; each network has a shape that it does not cut. */
export const cardSizes = {
  linkedin: { width: 1200, height: 627 },
  x: { width: 1200, height: 675 },
  story: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
} as const;

export type CardSizeId = keyof typeof cardSizes;
export const cardSizeIds = Object.keys(cardSizes) as readonly CardSizeId[];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Family = 'sans' | 'serif';

export interface Font {
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700;
  readonly family: Family;
}

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: Font) => number;

/** What the card says; an empty text is left out. All of it is text and nothing else. */
export interface CardTexts {
  readonly name: string;
  readonly issuer: string;
  readonly earner: string;
  /** When it was earned, in words. */
  readonly date: string;
  /** What is not plainly good: expired, revoked. */
  readonly state: string;
  /** Where the code leads. */
  readonly link: string;
  readonly issuerLabel: string;
  readonly dateLabel: string;
}

export type CardRole = keyof CardTexts;

export interface CardContent {
  readonly texts: CardTexts;
  /** The picture's own size; a vector has no largest one. Null where there is no picture. */
  readonly picture: { readonly width: number; readonly height: number; readonly isVector: boolean } | null;
  /** Modules of the code's side with its quiet zone; null for a badge without a page. */
  readonly codeModules: number | null;
  /** The picture's main colour. */
  readonly tint: Tint;
  readonly isDark: boolean;
}

/** A colour without its lightness (OKLCH): the designs choose that, so that texts stay readable on every hue. */
export interface Tint {
  readonly hue: number;
  /** From 0 for a grey picture to 1 for a colourful one. */
  readonly strength: number;
}

export interface Gradient {
  readonly from: string;
  readonly to: string;
  /** Where it begins and ends: x, y, x, y. */
  readonly along: readonly [number, number, number, number];
}

/** Decoration: it may run over the edge of the card, where it is cut. */
export type Shape =
  | {
      readonly kind: 'area';
      readonly box: Box;
      readonly radius?: number;
      readonly fill?: string | Gradient;
      readonly line?: { readonly colour: string; readonly width: number };
    }
  /** Light that fades outwards. */
  | {
      readonly kind: 'glow';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly colour: string;
    }
  | {
      readonly kind: 'rings';
      readonly x: number;
      readonly y: number;
      readonly radii: readonly number[];
      readonly colour: string;
      readonly width: number;
    }
  /** Interwoven waves around a middle, as on banknotes. */
  | {
      readonly kind: 'rosette';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly colour: string;
    };

/** One text, wrapped: its lines lie inside of its box. */
export interface TextBlock {
  readonly role: CardRole;
  readonly box: Box;
  readonly lines: readonly string[];
  readonly font: Font;
  readonly lineHeight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly isRtl: boolean;
  readonly colour: string;
}

/** A card as data: everything that will be drawn, and where. */
export interface CardLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly picture: { readonly box: Box; readonly isMissing: boolean };
  /** In the place of a picture that is missing. */
  readonly medal: {
    readonly fill: Gradient;
    readonly ring: string;
    readonly ink: string;
    readonly initials: string;
  };
  readonly code: {
    /** The modules with their quiet zone. */
    readonly box: Box;
    readonly module: number;
    /** The white card that they lie on; it stands in line with the texts. */
    readonly panel: Box;
    /** Its edge, where white on white would not show; null where it shows by itself. */
    readonly line: string | null;
  } | null;
  readonly blocks: readonly TextBlock[];
}

/** A text in a stack: as large as `max` where there is room, never below `min`. */
export interface StackItem {
  readonly role: CardRole;
  readonly max: number;
  readonly min: number;
  readonly weight: Font['weight'];
  readonly family?: Family;
  readonly lines: number;
  readonly colour: string;
  /** Room above it, where something stands above it. */
  readonly gap: number;
}

/** Texts under each other inside of an area. */
export interface Stack {
  readonly area: Box;
  readonly align: 'start' | 'center';
  readonly valign: 'top' | 'middle' | 'bottom';
  readonly items: readonly StackItem[];
}

/** What a design decides: where things may stand. The fitting is the same for all. */
export interface Plan {
  readonly shapes: readonly Shape[];
  readonly picture: Box;
  /** The room for the code; it stands in its middle. */
  readonly code: Box;
  readonly stacks: readonly Stack[];
  /** The room of the first stack where there is no code, in whose middle it stands then. */
  readonly roomWithoutCode?: Box;
}

export type CardDesignId = 'split' | 'spotlight' | 'certificate';

/** One look. One file each. */
export interface CardDesign {
  readonly id: CardDesignId;
  plan(size: CardSizeId, content: CardContent): Plan;
}
