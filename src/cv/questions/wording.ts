import type { Position } from '../../questions/question.ts';

/** What can be asked about something that was made or done. */
export type WorkKind =
  | 'migration'
  | 'completeness'
  | 'incident'
  | 'effect'
  | 'quality'
  | 'scale'
  | 'users'
  | 'downloads'
  | 'dataset'
  | 'decision'
  | 'choice'
  | 'ownPart'
  | 'ownDecision'
  | 'wentWrong'
  | 'positionAngle'
  | 'duration'
  | 'verification'
  | 'today'
  | 'handover'
  | 'mentoring';

/** What can be asked about knowledge, education, traits and wishes. */
export type PersonKind =
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
  | 'course'
  | 'certificate'
  | 'experience'
  | 'theme'
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

/** What can be asked about a passage. */
export type QuestionKind = WorkKind | PersonKind;

/** What a wording may name, in the language of the question; everything comes from the CV, and is empty when it does not say. */
export type Slots = {
  /** What was made: `the webhook delivery service`. */
  readonly thing: string;
  /** The work on it, or with a technology, as a noun phrase: `your work on the webhook delivery service`. */
  readonly work: string;
  /** The name that the question turns on: a technology, a failure, a post, a course. */
  readonly term: string;
  /** A second one that could have been chosen in its place, or that replaced it. */
  readonly other: string;
  /** A figure with what it counts. */
  readonly figure: string;
  readonly position: Position;
};

/** `null` when the CV does not name what the sentence needs. */
type Wording = (slots: Slots) => string | null;
/** Each kind in one or more wordings, so that two interviews do not sound the same; each is one question of at most two parts. */
export type Wordings<Kind extends QuestionKind = QuestionKind> = Readonly<Record<Kind, readonly Wording[]>>;
