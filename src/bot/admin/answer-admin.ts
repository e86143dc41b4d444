import { pageOf } from '../../admin/page.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { AdminCommandName } from '../../chat/admin-command-table.ts';
import type { AttachmentRef, ConversationId } from '../../chat/message.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { textsOf } from '../../locales/index.ts';
import type { HandlerParts } from '../handlers/handlers.ts';
import { notHere } from '../handlers/not-here.ts';
import { specOf } from '../handlers/spec-of.ts';
import { audit } from './audit.ts';
import { type AdminCommand, say } from './command.ts';
import { importQuestions, listImports, undoImport } from './imports.ts';
import { listModels, testModels } from './models.ts';
import { questionHealth } from './question-health.ts';
import {
  disableQuestion,
  enableQuestion,
  exportQuestions,
  searchQuestions,
  showQuestion,
} from './questions.ts';
import { grantQuota, showQuota } from './quota.ts';
import { listSettings, resetSetting, setSetting } from './settings.ts';
import { stats } from './statistics.ts';
import { banUser, findUsers, setRole, showUser, unbanUser } from './users.ts';

/** An admin waits for the answer: what fails again and again is told rather than tried for an hour. */
export const MAX_ATTEMPTS = 3;
const FETCH_DEADLINE_MS = 30_000;

/** All but `help`, which needs nothing to be looked up. */
const COMMANDS: Readonly<Record<Exclude<AdminCommandName, 'help'>, AdminCommand>> = {
  stats,
  audit,
  'user find': findUsers,
  'user show': showUser,
  'user ban': banUser,
  'user unban': unbanUser,
  'user role': setRole,
  'quota show': showQuota,
  'quota grant': grantQuota,
  'questions search': searchQuestions,
  'questions show': showQuestion,
  'questions disable': disableQuestion,
  'questions enable': enableQuestion,
  'questions health': questionHealth,
  'questions export': exportQuestions,
  'questions import': importQuestions,
  'questions imports': listImports,
  'questions undo': undoImport,
  'models list': listModels,
  'models test': testModels,
  'settings list': listSettings,
  'settings set': setSetting,
  'settings reset': resetSetting,
};

type Parts = Pick<HandlerParts, 'store' | 'dispatch' | 'models' | 'settings' | 'now' | 'newId' | 'logger'> & {
  readonly adapterOf: (conversation: ConversationId) => Pick<ChatAdapter, 'readAttachment'> | null;
};

/** Looks up what an admin asked for, carries it out, and answers. */
export function createAnswerAdminHandler(parts: Parts): JobHandler {
  return async (job, signal) => {
    const { request, conversation } = specOf(job, 'answer_admin');
    const adapter = parts.adapterOf(conversation);
    // Only there can an attached file be fetched.
    if (!adapter) return notHere(job, parts.now());
    const texts = textsOf(request.locale);
    const carryOut = async () => {
      const command = request.name === 'help' ? null : COMMANDS[request.name];
      if (!command) throw new Error(`${request.name} needs no job.`);
      const settings = parts.settings.current();
      const page = pageOf(request.args['page']);
      const readFile = (attachment: AttachmentRef, maxBytes: number) =>
        adapter.readAttachment(attachment, {
          maxBytes,
          signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_DEADLINE_MS)]),
        });
      const answer = await command({ ...parts, settings, request, texts, signal, page, readFile });
      await parts.dispatch.settle(job, { type: 'adminAnswered', ...answer });
    };
    await carryOut().catch(async (error: unknown) => {
      if (signal.aborted || job.attempt < MAX_ATTEMPTS) throw error;
      parts.logger.error({ error, job: job.id }, 'An admin command could not be carried out.');
      await parts.dispatch.settle(job, { type: 'adminAnswered', ...say({ text: texts.admin.failed }) });
    });
    return { type: 'settled' };
  };
}
