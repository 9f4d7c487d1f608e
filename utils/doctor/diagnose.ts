import type { Knowledge } from './knowledge';
import type { Answers } from './questions';
import { weights, type Reason, type Sign } from './reason';
import { accountReasons } from './reasons-accounts';
import { mailReasons } from './reasons-mail';
import { microsoftReasons } from './reasons-microsoft';
import { visibilityReasons } from './reasons-visibility';

export const reasons: readonly Reason[] = [
  ...accountReasons,
  ...mailReasons,
  ...visibilityReasons,
  ...microsoftReasons,
];

/** A reason with what speaks for it. */
export interface Finding {
  readonly reason: Reason;
  readonly score: number;
  /** What was seen that points to it, strongest first. */
  readonly signs: readonly Sign[];
}

/** Below this a reason is a guess, and guesses help nobody. */
const worthSaying = weights.fair;

/**
 * What may be the reason, likeliest first: each sign that holds adds its weight. The same knowledge and answers give the same
 * findings; of two with the same score the one that stands first in the table comes first.
 */
export function diagnose(knowledge: Knowledge, answers: Answers): Finding[] {
  return reasons
    .map((reason) => toFinding(reason, knowledge, answers))
    .filter(({ score, signs }) => score >= worthSaying && signs.length > 0)
    .toSorted((a, b) => b.score - a.score);
}

function toFinding(reason: Reason, knowledge: Knowledge, answers: Answers): Finding {
  const holding = reason.signs.filter((sign) => sign.when(knowledge, answers));
  const score = holding.reduce((sum, { weight }) => sum + weights[weight], 0);
  const told = holding.filter(({ id }) => id !== undefined);
  return { reason, score, signs: told.toSorted((a, b) => weights[b.weight] - weights[a.weight]) };
}
