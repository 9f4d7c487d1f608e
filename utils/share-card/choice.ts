import type { CardDesignId, CardSizeId } from './share-card';

/** How the user wants their cards. */
export interface CardChoice {
  readonly design: CardDesignId;
  readonly size: CardSizeId;
  readonly hasCode: boolean;
  readonly hasEarner: boolean;
  readonly isDark: boolean;
}

export const firstChoice: CardChoice = {
  design: 'split',
  size: 'linkedin',
  hasCode: true,
  hasEarner: true,
  isDark: false,
};
