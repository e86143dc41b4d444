import type { AdminCommandName } from '../../../chat/admin-command-table.ts';
import type { Outgoing } from '../../../chat/message.ts';
import type { Texts } from '../../../locales/index.ts';
import { confirmId, LEAVE_IT_ID } from '../ask.ts';

/** Asks whether a command is really meant; `label` says what its button does. */
export function confirmView(
  texts: Texts,
  question: string,
  label: string,
  command: AdminCommandName,
  ...values: readonly string[]
): Outgoing {
  return {
    text: question,
    choices: [
      { id: confirmId(command, ...values), label, style: 'danger' },
      { id: LEAVE_IT_ID, label: texts.admin.leaveIt },
    ],
  };
}
