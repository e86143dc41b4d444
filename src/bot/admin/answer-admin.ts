import { pageOf } from '../../admin/page.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { JobSpec } from '../../jobs/job.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { textsOf } from '../../locales/index.ts';
import type { HandlerParts } from '../handlers/handlers.ts';
import { specOf } from '../handlers/spec-of.ts';
import { readModels, testModels } from './models.ts';
import { readStatistics } from './statistics.ts';
import { auditView } from './views/audit-view.ts';
import { modelsView, modelTestView } from './views/models-view.ts';
import { statisticsView } from './views/statistics-view.ts';

/** An admin waits for the answer: what fails again and again is told rather than tried for an hour. */
const MAX_ATTEMPTS = 3;

/** Looks up what an admin asked for and answers. */
export function createAnswerAdminHandler(parts: HandlerParts): JobHandler {
  return async (job, signal) => {
    const spec = specOf(job, 'answer_admin');
    const messages = await answer(parts, spec, signal).catch((error: unknown): readonly Outgoing[] => {
      if (signal.aborted || job.attempt < MAX_ATTEMPTS) throw error;
      parts.logger.error({ error, job: job.id }, 'An admin command could not be answered.');
      return [{ text: textsOf(spec.locale).admin.failed }];
    });
    await parts.dispatch.settle(job, { type: 'adminAnswered', messages });
    return { type: 'settled' };
  };
}

async function answer(
  { store, models, now }: HandlerParts,
  { name, args, locale }: Extract<JobSpec, { kind: 'answer_admin' }>,
  signal: AbortSignal,
): Promise<readonly Outgoing[]> {
  const texts = textsOf(locale);
  const page = pageOf(args['page']);
  switch (name) {
    case 'stats':
      return [statisticsView(texts, await readStatistics(store.admin, now()))];
    case 'audit':
      return [auditView(texts, page, await store.admin.readAudit(page))];
    case 'models list':
      return [modelsView(texts, await readModels(store.admin, models, now()))];
    case 'models test':
      return [modelTestView(texts, await testModels(models, signal))];
    default:
      throw new Error(`${name} is not answered by a job.`);
  }
}
