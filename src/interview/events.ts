import type { MessageId } from '../chat/message.ts';
import type { Grade } from '../evaluation/grade.ts';
import type { Position } from '../questions/question.ts';
import type { FormatName } from './formats.ts';
import type { Interview } from './state.ts';

/** What can happen to an interview. Every time arrives from outside. */
export type InterviewEvent = { readonly at: number } & (
  | { readonly type: 'cvChosen'; readonly cvId: string }
  /** With what else was asked for: `format` only where one was named. */
  | {
      readonly type: 'positionChosen';
      readonly position: Position;
      readonly topic: string | null;
      readonly format: FormatName | null;
    }
  | {
      readonly type: 'answered';
      readonly messageId: MessageId;
      readonly text: string;
      /** Nothing else belongs to this answer. */
      readonly final: boolean;
    }
  /** A form for the answer to one question, named as by `askedIdOf`. */
  | {
      readonly type: 'formAnswered';
      readonly askedId: string;
      readonly messageId: MessageId;
      readonly text: string;
    }
  /** A message of an answer now reads `text`; `null` when it was deleted. */
  | { readonly type: 'partChanged'; readonly messageId: MessageId; readonly text: string | null }
  /** *Next* was pressed; `interactionId` is `null` when it was typed, and means the open question. */
  | { readonly type: 'nextPressed'; readonly interactionId: string | null }
  | { readonly type: 'skipPressed'; readonly interactionId: string | null }
  | { readonly type: 'silencePassed'; readonly interactionId: string }
  | { readonly type: 'stopped' }
  | { readonly type: 'idleTooLong' }
  | {
      readonly type: 'graded';
      readonly interactionId: string;
      readonly revision: number;
      readonly grade: Grade;
      /** False for an estimate that a better grade may replace. */
      readonly final: boolean;
      /** Another model is to grade the answer, too, although nobody has asked. */
      readonly lookTwice: boolean;
    }
  | { readonly type: 'disputed'; readonly interactionId: string }
  /** Another model's grade, after a dispute or unasked; `null` when there is no other model to ask. */
  | {
      readonly type: 'gradedAgain';
      readonly interactionId: string;
      readonly revision: number;
      readonly grade: Grade | null;
    }
);

/** Something the candidate should be told about what they just did. */
export type Notice =
  | 'no_answer_yet'
  | 'question_already_closed'
  | 'edit_too_late'
  | 'deletion_too_late'
  | 'change_of_skipped'
  | 'edit_noted'
  | 'added_to_closed'
  | 'form_too_late'
  | 'edit_too_long'
  | 'answer_too_long'
  | 'too_many_parts'
  | 'nothing_to_answer'
  | 'dispute_noted'
  | 'cannot_dispute'
  | 'no_second_model';

/** What a step asks for, as plain data. Carried out after the step was stored. */
export type InterviewEffect =
  | { readonly type: 'askForCv' }
  | { readonly type: 'askForPosition' }
  | { readonly type: 'makeCvQuestions' }
  | { readonly type: 'ask'; readonly interactionId: string }
  /** An answer came in a form, which nobody but its writer has seen. */
  | { readonly type: 'answeredInForm'; readonly interactionId: string; readonly text: string }
  | { readonly type: 'useCvQuestion'; readonly questionId: string }
  | { readonly type: 'tell'; readonly notice: Notice }
  /** What was written could not be used; nobody should have to write it again. */
  | {
      readonly type: 'giveBack';
      readonly notice: 'form_too_late' | 'answer_too_long' | 'too_many_parts';
      readonly text: string;
    }
  /** Closes the answer when nothing was added until `at`. */
  | { readonly type: 'closeAfterSilence'; readonly interactionId: string; readonly at: number }
  | { readonly type: 'expireWhenIdle'; readonly at: number }
  | { readonly type: 'grade'; readonly interactionId: string }
  | { readonly type: 'evaluationStarted' }
  | { readonly type: 'answerGraded'; readonly interactionId: string }
  | { readonly type: 'evaluationFinished' }
  /** A finished interview got a better grade; `scoreBefore` is the one it replaces. */
  | { readonly type: 'gradeUpgraded'; readonly interactionId: string; readonly scoreBefore: number | null }
  | { readonly type: 'gradeAgain'; readonly interactionId: string }
  | { readonly type: 'secondOpinionGiven'; readonly interactionId: string }
  | { readonly type: 'cancelled' };

export type Step = readonly [Interview, readonly InterviewEffect[]];
