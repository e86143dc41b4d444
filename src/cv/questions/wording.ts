import type { Position } from '../../questions/question.ts';

/** What can be asked about a passage. */
export type QuestionKind =
  | 'migration'
  | 'incident'
  | 'effect'
  | 'scale'
  | 'decision'
  | 'choice'
  | 'ownPart'
  | 'wentWrong'
  | 'positionAngle'
  | 'duration'
  | 'verification'
  | 'today'
  | 'handover'
  | 'compareSkills'
  | 'skillProblem'
  | 'skillLast'
  | 'skillLimit'
  | 'award'
  | 'rolePart'
  | 'roleDecision'
  | 'educationProgram'
  | 'educationTopic'
  | 'educationMistake'
  | 'certificate'
  | 'evidence'
  | 'consequence'
  | 'hardMoment'
  | 'confirmation'
  | 'doneBefore'
  | 'firstMonth'
  | 'gapProgram'
  | 'gapMistake'
  | 'gapChange'
  | 'gapReader'
  | 'gapNext';

/** What a wording may name. Everything comes from the CV; `excerpt` fits inside quotation marks. */
type Slots = {
  readonly excerpt: string;
  /** A technology, as the CV writes it. */
  readonly term: string;
  /** A second one that could have been chosen in its place, or what replaced it. */
  readonly other: string;
  readonly figure: string;
  readonly position: Position;
};

type Wording = (slots: Slots) => string;
/** Each kind in one or more wordings, so that two interviews do not sound the same. */
export type Wordings = Readonly<Record<QuestionKind, readonly Wording[]>>;
