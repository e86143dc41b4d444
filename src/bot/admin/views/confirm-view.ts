import type { AdminCommandName } from '../../../chat/admin-command-table.ts';
import type { Outgoing } from '../../../chat/message.ts';
import type { Texts } from '../../../locales/index.ts';
import { confirmId, LEAVE_IT_ID } from '../ask.ts';

type Question = {
  readonly question: string;
  /** What the button does, in its words. */
  readonly label: string;
  /** `danger` unless it takes nothing away. */
  readonly style?: 'primary';
};

/** Asks whether a command is really meant. */
export function confirmView(
  texts: Texts,
  { question, label, style }: Question,
  command: AdminCommandName,
  ...values: readonly string[]
): Outgoing {
  return {
    text: question,
    choices: [
      { id: confirmId(command, ...values), label, style: style ?? 'danger' },
      { id: LEAVE_IT_ID, label: texts.admin.leaveIt },
    ],
  };
}
