import { type Asker, mayRun, type Rights, rightsOf } from '../../admin/rights.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { Decision } from '../decision.ts';
import type { AdminAsk } from './ask.ts';
import { helpView } from './views/help-view.ts';

/**
 * What follows from an admin command or button: somebody without the right to it is told the same, whatever it was; everything
 * else is looked up and done by a job.
 */
export function decideAdmin(decision: Decision, asker: Omit<Asker, 'role'>, ask: AdminAsk): void {
  const { texts, account, settings } = decision;
  const rights = rightsOf({ ...asker, role: account.role }, settings.admins);
  // In a channel nobody else sees it.
  const say = (message: Outgoing) => decision.say({ ...message, audience: 'participant' });
  const refuse = () => {
    decision.refuse('not_admin');
    say({ text: texts.admin.refused });
  };
  if (rights === 'none') {
    refuse();
    return;
  }
  switch (ask.type) {
    case 'unknown':
      say({ text: texts.admin.tooOld });
      return;
    case 'leaveIt':
      say({ text: texts.admin.leftIt });
      return;
    case 'command':
      if (!mayRun(rights, ask.name)) refuse();
      else if (ask.name === 'help') say(helpView(texts, account.locale, rights, ask.args['unknown']));
      else answerLater(decision, asker, rights, ask);
      return;
    default:
      ask satisfies never;
  }
}

function answerLater(
  { conversation, account, replyToken, job }: Decision,
  { from, place }: Omit<Asker, 'role'>,
  rights: Rights,
  { name, args, attachments, confirmed }: Extract<AdminAsk, { type: 'command' }>,
): void {
  const asker = { id: from.id, name: from.name, rights, place };
  job({
    kind: 'answer_admin',
    conversation,
    request: { name, args, attachments, confirmed, asker, locale: account.locale },
    ...(replyToken && { replyToken }),
  });
}
