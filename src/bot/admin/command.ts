import type { AuditAction, NewAuditEntry } from '../../admin/audit.ts';
import type { Page } from '../../admin/page.ts';
import type { AdminRequest } from '../../admin/request.ts';
import type { AttachmentRef, Outgoing } from '../../chat/message.ts';
import type { Texts } from '../../locales/index.ts';
import type { Write } from '../../store/store.ts';
import type { HandlerParts } from '../handlers/handlers.ts';
import type { BotSettings } from '../settings.ts';

/** What carrying out an admin command needs. */
export type AdminTask = Pick<HandlerParts, 'store' | 'models' | 'now' | 'newId'> & {
  readonly settings: BotSettings;
  readonly request: AdminRequest;
  readonly texts: Texts;
  readonly page: Page;
  /** The bytes of a file that came with the command. Rejects with `AttachmentError`. */
  readonly readFile: (attachment: AttachmentRef, maxBytes: number) => Promise<Uint8Array>;
  readonly signal: AbortSignal;
};

/** What is said, and what is changed: both in one transaction, or neither. */
export type AdminAnswer = { readonly messages: readonly Outgoing[]; readonly writes: readonly Write[] };

/** One family of commands has one file with one of these a command. */
export type AdminCommand = (task: AdminTask) => Promise<AdminAnswer>;

export function say(...messages: readonly Outgoing[]): AdminAnswer {
  return { messages, writes: [] };
}

/** What goes into the audit; `subject` is an id. */
export type Deed = Pick<NewAuditEntry, 'subject' | 'detail'> & { readonly action: AuditAction };

const LONGEST_NAME = 191;
const LONGEST_DETAIL = 1_000;

/** The same answer, and that it was given or done is written down with it. */
export function written({ messages, writes }: AdminAnswer, { request }: AdminTask, deed: Deed): AdminAnswer {
  const { id, name, place } = request.asker;
  const entry: NewAuditEntry = {
    actor: id,
    actorName: name.slice(0, LONGEST_NAME),
    place,
    action: deed.action,
    subject: deed.subject,
    detail: deed.detail?.slice(0, LONGEST_DETAIL) ?? null,
  };
  return { messages, writes: [...writes, { type: 'insertAudit', entry }] };
}
