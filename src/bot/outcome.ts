import type { AttachmentErrorCode, OpenedVenue, VenueProblem } from '../chat/adapter.ts';
import type { Outgoing, Venue } from '../chat/message.ts';
import type { CvProblem } from '../cv/cv.ts';
import type { Grade } from '../evaluation/grade.ts';
import type { NewCv, NewCvQuestion, Write } from '../store/store.ts';
import type { StartWishes } from './choice-id.ts';

/** What a job found out, coming back through the one door. */
export type Outcome =
  | {
      readonly type: 'cvRead';
      readonly accountId: string;
      readonly fileName: string;
      readonly result:
        | { readonly ok: true; readonly cv: NewCv; readonly recognised: 'text' | 'ocr' }
        | { readonly ok: false; readonly problem: CvProblem }
        | { readonly ok: false; readonly attachmentProblem: AttachmentErrorCode };
    }
  | {
      readonly type: 'venueOpened';
      readonly accountId: string;
      readonly opened: OpenedVenue;
      readonly wishes: StartWishes;
    }
  | {
      readonly type: 'venueNotOpened';
      readonly accountId: string;
      readonly problem: VenueProblem;
      readonly venue: Venue;
      readonly wishes: StartWishes;
    }
  | { readonly type: 'peersRated'; readonly sessionId: string; readonly interactionId: string }
  | {
      readonly type: 'cvQuestionsMade';
      readonly sessionId: string;
      readonly questions: readonly NewCvQuestion[];
    }
  | {
      readonly type: 'graded';
      readonly sessionId: string;
      readonly interactionId: string;
      readonly revision: number;
      readonly grade: Grade;
      /** False for an estimate that a language model's grade may replace. */
      readonly final: boolean;
      /** It is so surprising that another model should look at the answer, too. */
      readonly lookTwice: boolean;
    }
  | {
      readonly type: 'gradedAgain';
      readonly sessionId: string;
      readonly interactionId: string;
      readonly revision: number;
      /** `null` when there is no other model. */
      readonly grade: Grade | null;
    }
  | { readonly type: 'answerQuiet'; readonly sessionId: string; readonly interactionId: string }
  | { readonly type: 'sessionIdle'; readonly sessionId: string }
  /** What an admin asked for was looked up, and what follows from it. */
  | {
      readonly type: 'adminAnswered';
      readonly messages: readonly Outgoing[];
      readonly writes: readonly Write[];
    }
  | { readonly type: 'nothing' };
