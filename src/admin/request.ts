import type { AdminCommandName } from '../chat/admin-command-table.ts';
import type { AttachmentRef, Locale, PlaceId, PlatformUserId } from '../chat/message.ts';
import type { Rights } from './rights.ts';

/** An admin command that somebody may give, on its way to being looked up and carried out. */
export type AdminRequest = {
  readonly name: AdminCommandName;
  /** As in the table; `page` of a list, from 1. */
  readonly args: Readonly<Record<string, string>>;
  readonly attachments: readonly AttachmentRef[];
  /** Asked whether it is really meant, they said yes. */
  readonly confirmed: boolean;
  readonly asker: {
    readonly id: PlatformUserId;
    readonly name: string;
    readonly rights: Rights;
    readonly place: PlaceId | null;
  };
  readonly locale: Locale;
};
