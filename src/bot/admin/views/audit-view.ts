import type { AuditEntry } from '../../../admin/audit.ts';
import type { Listed, Page } from '../../../admin/page.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatMoment, type Texts } from '../../../locales/index.ts';
import { listView } from './list-view.ts';

export function auditView(texts: Texts, page: Page, entries: Listed<AuditEntry>): Outgoing {
  const words = texts.admin.audit;
  return listView(texts, page, entries, {
    title: words.title,
    none: words.none,
    command: 'audit',
    line: ({ at, actor, actorName, action, subject, detail }) => {
      const what = [words.actions[action], subject && `\`${subject}\``, detail].filter(Boolean).join(' · ');
      return words.line(formatMoment(texts, at), `${actorName} (\`${actor}\`)`, what);
    },
  });
}
