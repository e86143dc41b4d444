import { pageOf } from '../../admin/page.ts';
import type { AdminCommandName } from '../../chat/admin-command-table.ts';
import type { JobHandler } from '../../jobs/worker.ts';
import { textsOf } from '../../locales/index.ts';
import type { HandlerParts } from '../handlers/handlers.ts';
import { specOf } from '../handlers/spec-of.ts';
import { audit } from './audit.ts';
import { type AdminCommand, say } from './command.ts';
import { listModels, testModels } from './models.ts';
import { grantQuota, showQuota } from './quota.ts';
import { listSettings, resetSetting, setSetting } from './settings.ts';
import { stats } from './statistics.ts';
import { banUser, findUsers, setRole, showUser, unbanUser } from './users.ts';

/** An admin waits for the answer: what fails again and again is told rather than tried for an hour. */
const MAX_ATTEMPTS = 3;

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
  'models list': listModels,
  'models test': testModels,
  'settings list': listSettings,
  'settings set': setSetting,
  'settings reset': resetSetting,
};

/** Looks up what an admin asked for, carries it out, and answers. */
export function createAnswerAdminHandler(parts: HandlerParts): JobHandler {
  return async (job, signal) => {
    const { request } = specOf(job, 'answer_admin');
    const texts = textsOf(request.locale);
    const carryOut = async () => {
      const command = request.name === 'help' ? null : COMMANDS[request.name];
      if (!command) throw new Error(`${request.name} needs no job.`);
      const settings = parts.settings.current();
      const page = pageOf(request.args['page']);
      const answer = await command({ ...parts, settings, request, texts, signal, page });
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
