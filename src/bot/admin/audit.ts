import { type AdminCommand, say } from './command.ts';
import { auditView } from './views/audit-view.ts';

export const audit: AdminCommand = async ({ store, texts, page }) =>
  say(auditView(texts, page, await store.admin.readAudit(page)));
