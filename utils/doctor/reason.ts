import type { Action } from './actions';
import type { FactId } from './facts';
import type { Knowledge } from './knowledge';
import type { Answers } from './questions';

/**
 * How much a sign says. `certain`: the library or a source says so itself, or the user saw it. `strong`: an answer points
 * straight at it. `fair`: a cause that is common in this situation. `slight`: it fits, like many others. `against`: it
 * speaks for something else. The steps are wide enough that one strong sign outweighs two slight ones, and one certain
 * sign a strong one with a slight one.
 */
export const weights = { certain: 8, strong: 5, fair: 3, slight: 1, against: -4 } as const;

/** One sign. Its words are `doctorWhy_<id>`; a sign without an id counts and is not told. */
export interface Sign {
  readonly id?: string;
  readonly weight: keyof typeof weights;
  readonly when: (knowledge: Knowledge, answers: Answers) => boolean;
  /** What the words name: numbers, an account. */
  readonly say?: (knowledge: Knowledge) => readonly (string | number)[];
}

/** What is known about it: words `doctorSay_<id>`, and where they come from. */
export interface Statement {
  readonly id: string;
  readonly fact: FactId;
}

/** Why a badge may not be here. Its title is `doctorReason_<id>`. */
export interface Reason {
  readonly id: string;
  readonly signs: readonly Sign[];
  readonly statements: readonly Statement[];
  readonly actions: readonly Action[];
}

export const isIssuer =
  (...names: readonly string[]) =>
  (_: Knowledge, { issuer }: Answers) =>
    names.includes(issuer ?? '');

/** Answers that leave it open where the badge is from. */
export const isUnknownIssuer = (_: Knowledge, { issuer }: Answers) =>
  issuer === 'unsure' || issuer === 'other';

export const hasAccount = ({ accounts }: Knowledge, ...sources: readonly string[]) =>
  accounts.some(({ sourceId }) => sources.includes(sourceId));
