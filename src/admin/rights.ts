import type { Role } from '../accounts/account.ts';
import type { AdminCommandName } from '../chat/admin-command-table.ts';
import type { PlaceId, Sender } from '../chat/message.ts';

/** What somebody may do in `/interview-admin`. */
export type Rights =
  /** Named in `ADMINS`, or at the machine's own shell: everything, also who else is an admin. */
  | 'owner'
  /** By the role of their account: everything but roles. */
  | 'admin'
  /** Runs a server or workspace that somebody added the bot to: that place's settings and nothing else. */
  | 'place'
  | 'none';

export type Asker = {
  readonly from: Sender;
  /** Where they ask; a server's own admin is one there only. */
  readonly place: PlaceId | null;
  readonly role: Role;
};

/** The platform of `npm run admin`: whoever can start that can read the database anyway. */
export const SHELL = 'shell:';

/** Looked at for every command and every press, as rights come and go. `admins`: the ids that `ADMINS` names. */
export function rightsOf({ from, place, role }: Asker, admins: readonly string[]): Rights {
  if (from.id.startsWith(SHELL) || admins.includes(from.id)) return 'owner';
  if (role === 'admin') return 'admin';
  return from.isWorkspaceAdmin === true && place !== null ? 'place' : 'none';
}

const OF_PLACE: readonly AdminCommandName[] = ['help', 'settings list', 'settings set', 'settings reset'];
const OF_OWNER: readonly AdminCommandName[] = ['user role'];

export function mayRun(rights: Rights, command: AdminCommandName): boolean {
  switch (rights) {
    case 'owner':
      return true;
    case 'admin':
      return !OF_OWNER.includes(command);
    case 'place':
      return OF_PLACE.includes(command);
    case 'none':
      return false;
    default:
      return rights satisfies never;
  }
}
