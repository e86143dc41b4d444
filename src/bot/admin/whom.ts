import type { UserSummary } from '../../admin/user.ts';
import { ADMIN_COMMANDS } from '../../chat/admin-command-table.ts';
import { type AdminAnswer, type AdminTask, say } from './command.ts';
import { usageOf } from './views/help-view.ts';
import { userLine } from './views/user-view.ts';

/** Carries a command out for the account that its `who` names, or says why it is not clear who that is. */
export async function forWhom(
  task: AdminTask,
  carryOut: (user: UserSummary) => Promise<AdminAnswer> | AdminAnswer,
): Promise<AdminAnswer> {
  const { store, texts, request } = task;
  const who = request.args['who'] ?? '';
  if (who === '') return howToUse(task);
  const [user, ...others] = await store.admin.findMeant(who);
  if (!user) return say({ text: texts.admin.user.nobody(who) });
  if (others.length === 0) return carryOut(user);
  const lines = [user, ...others].map((one) => userLine(texts, one));
  return say({ text: [texts.admin.user.several(who), ...lines].join('\n') });
}

/** Said when an argument is missing that cannot be done without. */
export function howToUse({ texts, request }: AdminTask): AdminAnswer {
  const command = ADMIN_COMMANDS.find(({ name }) => name === request.name);
  return say({ text: texts.admin.usage(command ? usageOf(command) : request.name) });
}
