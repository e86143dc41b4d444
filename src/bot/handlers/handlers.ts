import type { Logger } from 'pino';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { ConversationId, PlatformUserId } from '../../chat/message.ts';
import type { CvReader } from '../../cv/read-cv.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import type { Models } from '../../model/models.ts';
import type { ErasureList } from '../../privacy/erasure-list.ts';
import type { Store } from '../../store/store.ts';
import { createAnswerAdminHandler } from '../admin/answer-admin.ts';
import type { Dispatch } from '../dispatch.ts';
import type { LiveSettings } from '../live-settings.ts';
import { createExportHandler } from './export.ts';
import { createFinishErasureHandler } from './finish-erasure.ts';
import { createGradeHandler } from './grade.ts';
import { createGradeAgainHandler } from './grade-again.ts';
import { createMakeCvQuestionsHandler } from './make-cv-questions.ts';
import { createOpenVenueHandler } from './open-venue.ts';
import { createPublishHomeHandler } from './publish-home.ts';
import { createReadCvHandler } from './read-cv.ts';
import { createSendHandler } from './send.ts';
import { createShowRatingsHandler } from './show-ratings.ts';
import { createEndAnswerHandler, createEndIdleSessionHandler, createHousekeepingHandler } from './timers.ts';

/** What doing jobs needs beside the store. */
export type HandlerParts = {
  readonly store: Store;
  readonly dispatch: Dispatch;
  /** Who can speak in a conversation, or with a user, from this process; `null` when its platform is not running here. */
  readonly adapterOf: (conversation: ConversationId | PlatformUserId) => ChatAdapter | null;
  readonly cvReader: CvReader;
  /** `null` when no language model is configured: everything is done offline. */
  readonly models: Models | null;
  readonly settings: LiveSettings;
  readonly erasures: ErasureList;
  readonly now: () => number;
  readonly newId: () => string;
  readonly logger: Logger;
};

export function createHandlers(parts: HandlerParts): Readonly<Record<JobKind, JobHandler>> {
  return {
    send: createSendHandler(parts),
    read_cv: createReadCvHandler(parts),
    make_cv_questions: createMakeCvQuestionsHandler(parts),
    grade: createGradeHandler(parts),
    grade_again: createGradeAgainHandler(parts),
    open_venue: createOpenVenueHandler(parts),
    show_ratings: createShowRatingsHandler(parts),
    end_answer: createEndAnswerHandler(parts),
    end_idle_session: createEndIdleSessionHandler(parts),
    answer_admin: createAnswerAdminHandler(parts),
    publish_home: createPublishHomeHandler(parts),
    export: createExportHandler(parts),
    finish_erasure: createFinishErasureHandler(parts),
    housekeeping: createHousekeepingHandler(parts),
  };
}
