import type { AuditAction } from '../../admin/audit.ts';
import { type Asker, mayRun, type Rights, rightsOf } from '../../admin/rights.ts';
import type { AdminCommandName } from '../../chat/admin-command-table.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { Decision } from '../decision.ts';
import type { AdminAsk } from './ask.ts';
import { helpView } from './views/help-view.ts';

/** An admin's request being decided: who asks, and what they may. */
export type AdminDecision = Decision & {
  readonly asker: Asker;
  readonly rights: Rights;
  /** Writes down what the asker does, in the transaction that does it. */
  audit(action: AuditAction, subject: string | null, detail?: string): void;
};

/** Commands that are written down when they are given, because of what they show or cost. */
const AUDITED: Partial<Record<AdminCommandName, AuditAction>> = { 'models test': 'models.test' };

/** What follows from an admin command or button. Whoever may not is told the same, whatever it was. */
export function decideAdmin(plain: Decision, asker: Omit<Asker, 'role'>, ask: AdminAsk): void {
  const decision = toAdminDecision(plain, { ...asker, role: plain.account.role });
  if (decision.rights === 'none') {
    decision.say({ text: decision.texts.admin.refused });
    return;
  }
  switch (ask.type) {
    case 'unknown':
      decision.say({ text: decision.texts.admin.tooOld });
      return;
    case 'command':
      decideCommand(decision, ask);
      return;
    default:
      ask satisfies never;
  }
}

function toAdminDecision(plain: Decision, asker: Asker): AdminDecision {
  const { from, place } = asker;
  return {
    ...plain,
    asker,
    rights: rightsOf(asker, plain.settings.admins),
    // In a channel nobody else sees it.
    say: (message: Outgoing) => plain.say({ ...message, audience: 'participant' }),
    audit: (action, subject, detail) =>
      plain.write({
        type: 'insertAudit',
        entry: {
          actor: from.id,
          actorName: from.name.slice(0, 191),
          place,
          action,
          subject,
          detail: detail?.slice(0, 1000) ?? null,
        },
      }),
  };
}

function decideCommand(decision: AdminDecision, ask: Extract<AdminAsk, { type: 'command' }>): void {
  const { rights, texts } = decision;
  if (!mayRun(rights, ask.name)) {
    decision.say({ text: texts.admin.refused });
    return;
  }
  switch (ask.name) {
    case 'help':
      decision.say(helpView(texts, decision.account.locale, rights, ask.args['unknown']));
      return;
    case 'stats':
    case 'audit':
    case 'models list':
    case 'models test':
      answerLater(decision, ask.name, ask.args);
      return;
    default:
      ask.name satisfies never;
  }
}

/** What has to be looked up is answered by a job: nothing slow happens in a turn. */
function answerLater(
  decision: AdminDecision,
  name: AdminCommandName,
  args: Readonly<Record<string, string>>,
): void {
  const { conversation, account, replyToken } = decision;
  const audited = AUDITED[name];
  if (audited) decision.audit(audited, null);
  decision.job({
    kind: 'answer_admin',
    conversation,
    name,
    args,
    locale: account.locale,
    ...(replyToken && { replyToken }),
  });
}
